import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What `%(key)s` looks up in: a TypeError for a value that is no dict; an array is a list. */
export function requireMapping(x: unknown): ReadonlyMap<unknown, unknown> {
  if (x instanceof Map) return x;
  throw new PyTypeError(Array.isArray(x) ? "list indices must be integers, not str" : "format requires a mapping");
}
