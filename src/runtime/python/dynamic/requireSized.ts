import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What `len()` is asked of, where it may be None: the TypeError that Python raises then. */
export function requireSized<T>(x: T): Exclude<T, null> {
  if (x === null) throw new PyTypeError("object of type 'NoneType' has no len()");
  return x as Exclude<T, null>;
}
