import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** A call that Python does not make, once its arguments are made: the function does not take them. */
export function badCall(message: string, ..._args: readonly unknown[]): never {
  throw new PyTypeError(message);
}
