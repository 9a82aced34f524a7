import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What `%(key)s` looks up in: a TypeError for a value that is no dict. */
export function requireMapping(x: unknown): ReadonlyMap<unknown, unknown> {
  if (x instanceof Map) return x;
  throw new PyTypeError("format requires a mapping");
}
