/** The method that gives a value's `repr`: what `__repr__` is in Python. */
export const reprMethod: unique symbol = Symbol("__repr__");
