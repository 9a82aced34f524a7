import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { Float } from "../numbers/Float.ts";
import { valueOfObject } from "../hash/valueMethod.ts";
import { jsonLists } from "../json/jsonLists.ts";
import { hashedObject } from "../objects/hashedObject.ts";
import { PySet } from "./PySet.ts";

/**
 * The value that stands for all keys equal to this one: 1 for 1, 1.0 and True, a text for the tuples, or frozensets, with equal items. An
 * object stands for itself, or for those of its hash that it equals. (Such a text cannot be taken for a text key: only keys that are not their own are looked up.)
 */
export function canonicalKey(key: unknown): unknown {
  if (typeof key === "string") return key;
  if (typeof key === "boolean" || key instanceof Float) return canonicalKey(Number(key));
  if (typeof key === "number") return Number.isInteger(key) && !Number.isSafeInteger(key) ? BigInt(key) : key;
  if (typeof key === "bigint") return Number.isSafeInteger(Number(key)) ? Number(key) : key;
  if (Array.isArray(key) && jsonLists.has(key)) throw new PyTypeError("unhashable type: 'list'");
  if (Array.isArray(key)) return `(${key.map(describeItem).join("")})`;
  if (key instanceof PySet) {
    if (!key.frozen) throw new PyTypeError("unhashable type: 'set'");
    return `{${[...key].map(describeItem).sort().join("")}}`;
  }
  if (key instanceof Map) throw new PyTypeError("unhashable type: 'dict'");
  const value = valueOfObject(key);
  return value === null ? hashedObject(key) : `${value.type}:${value.text}`;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function describeItem(item: unknown): string {
  const key = canonicalKey(item);
  if (typeof key === "string") return `${typeof item === "string" ? "s" : "t"}${key.length}:${key}`;
  if (typeof key === "object" && key !== null) return `o${identify(key)};`;
  if (typeof key === "function") return `o${identify(key)};`;
  return `v${String(key)};`;
}

function identify(object: object): number {
  const known = identities.get(object) ?? ++lastIdentity;
  identities.set(object, known);
  return known;
}
