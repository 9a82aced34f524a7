import { PyTypeError } from "../python/exceptions/PyTypeError.ts";

/** A time-out where a variable may hold something else as well: seconds, null for ever. */
export function requireSeconds(x: unknown): number | null {
  if (x === null || typeof x === "number") return x;
  throw new PyTypeError("a float is required");
}
