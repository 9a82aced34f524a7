import { repr } from "./repr.ts";

/** `repr` of a key. An array among keys is a tuple: a list cannot be one. */
export function reprKey(key: unknown): string {
  if (!Array.isArray(key)) return repr(key);
  return `(${key.map(reprKey).join(", ")}${key.length === 1 ? "," : ""})`;
}
