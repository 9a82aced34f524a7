import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What is gone over, where it may be None: the TypeError that Python raises then. */
export function requireIterable<T>(x: T): Exclude<T, null> {
  if (x === null) throw new PyTypeError("'NoneType' object is not iterable");
  return x as Exclude<T, null>;
}
