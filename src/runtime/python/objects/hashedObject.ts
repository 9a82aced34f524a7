import { equals } from "../dynamic/equals.ts";
import { specialMethod } from "./specialMethod.ts";

/** Objects of classes with `__hash__`, by their hash: of equal ones the first stands for all. */
const byHash = new Map<unknown, unknown[]>();

/** What an object's `__hash__` has given last: Python keeps it with the key, and does not ask again. */
const hashes = new WeakMap<object, unknown>();

export const knownHash = (key: unknown): unknown =>
  typeof key === "object" && key !== null ? hashes.get(key) : undefined;

/** The object that stands for a key of a dict or set: the first one with its hash that it equals, else itself. */
export function hashedObject(key: unknown): unknown {
  const hash = specialMethod(key, "__hash__")?.();
  if (hash === undefined) return key;
  hashes.set(key as object, hash);
  const alike = byHash.get(hash) ?? [];
  const known = alike.find((other) => other === key || equals(other, key));
  if (known !== undefined) return known;
  byHash.set(hash, [...alike, key]);
  return key;
}
