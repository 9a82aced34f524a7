import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `[] + ()` and `() + []`, of which only their types tell that they are of two kinds. */
export function cannotConcatenate(_a: unknown, _b: unknown, left: "list" | "tuple", right: "list" | "tuple"): never {
  throw new PyTypeError(`can only concatenate ${left} (not "${right}") to ${left}`);
}
