import { decodeText } from "../text/decodeText.ts";
import { valueOfObject } from "../hash/valueMethod.ts";
import { equalObjects } from "../objects/equalObjects.ts";
import { asNumber } from "./asNumber.ts";
import { equalItems } from "./equalItems.ts";

/**
 * `a == b`: numbers by value (1 == 1.0 == True), lists, dicts and sets by what is in them, objects as their class says it, else by
 * identity. A tuple and a list are not told apart.
 */
export function equals(a: unknown, b: unknown): boolean {
  if (a === b) return equalObjects(a, b) ?? true;
  const [left, right] = [asNumber(a), asNumber(b)];
  // `==`, as a number and a bigint can be equal.
  if (left !== null && right !== null) return left == right;
  if (hasOwnEquality(a) || hasOwnEquality(b)) return equalObjects(a, b) ?? false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equalItems(item, b[index]));
  if (a instanceof Map && b instanceof Map) return a.size === b.size && sameEntries(a, b);
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((item) => b.has(item));
  if (a instanceof Uint8Array) return equals(decodeText(a), b);
  const value = valueOfObject(a);
  if (value !== null) {
    const other = valueOfObject(b);
    return other !== null && value.type === other.type && value.text === other.text;
  }
  if (b instanceof Uint8Array && typeof a === "string") return a === decodeText(b);
  return equalObjects(a, b) ?? false;
}

/** A container whose class says what equals it. */
const hasOwnEquality = (x: unknown): boolean =>
  (Array.isArray(x) || x instanceof Map) && ("__eq__" in x || "__ne__" in x || "__cmp__" in x);

function sameEntries(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  for (const [key, value] of a) if (!b.has(key) || !equalItems(value, b.get(key))) return false;
  return true;
}
