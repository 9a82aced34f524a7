import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { isPlain } from "./isPlain.ts";
import { typeName } from "./typeName.ts";

/**
 * The error of doing something with a value that no kind of value here can have done: Python's TypeError for a number, text or
 * container. Of any other object it is not known here what it can in Python.
 */
export function cannot(x: unknown, what: string, message: (type: string) => string): Error {
  return isPlain(x)
    ? new PyTypeError(message(typeName(x)))
    : new UntranslatedError("U0104", `${what} of a ${typeName(x)}`);
}
