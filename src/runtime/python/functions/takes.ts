/** What Python calls a function, and how many arguments it takes by position, its object included. */
export interface Arity {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The object of a bound method counts as given. */
  readonly given: number;
}

const arities = new WeakMap<object, Arity>();

/** A function that takes between `least` and `most` arguments, for `checkedCall` to know. */
export function takes<F extends (...args: never[]) => unknown>(
  made: F,
  name: string,
  least: number,
  most: number = least,
): F {
  arities.set(made, { name, least, most, given: 0 });
  return made;
}

export const arityOf = (made: object): Arity | undefined => arities.get(made);

/** A method bound to its object, which takes one argument less. */
export function bindMethod<F extends (...args: never[]) => unknown>(object: object, method: F): F {
  const bound = method.bind(object) as F;
  const arity = arities.get(method);
  if (arity) arities.set(bound, { ...arity, given: 1 });
  return bound;
}
