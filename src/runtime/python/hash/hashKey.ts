import { Float } from "../numbers/Float.ts";
import type { Hash } from "./Hash.ts";
import { hashFromBigInt } from "./hashFromBigInt.ts";
import { hashNumber } from "./hashNumber.ts";
import { hashText } from "./hashText.ts";
import { knownHash } from "../objects/hashedObject.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { valueOfObject } from "./valueMethod.ts";

/** The hash of a dict's key, or null for a key whose hash comes from its address (None, an object): it differs in each run. */
export function hashKey(key: unknown, textType: "str" | "unicode"): Hash | null {
  if (typeof key === "string") return hashText(key, textType);
  if (typeof key === "number" || typeof key === "bigint") return hashNumber(key);
  if (typeof key === "boolean" || key instanceof Float) return hashNumber(Number(key));
  if (Array.isArray(key)) return hashTuple(key, textType);
  const own = knownHash(key) ?? specialMethod(key, "__hash__")?.();
  if (typeof own === "number" || typeof own === "bigint") return hashNumber(own);
  const hashed = valueOfObject(key)?.hashed;
  // Its bytes are given as characters: as code points they hash as the bytes do.
  return hashed === undefined ? null : hashKey(hashed, "unicode");
}

/** tuplehash: each item's hash is mixed in with a multiplier that changes with the items left. */
function hashTuple(items: readonly unknown[], textType: "str" | "unicode"): Hash | null {
  let mixed = 0x345678n;
  let multiplier = 1000003n;
  for (const [index, item] of items.entries()) {
    const hash = hashKey(item, textType);
    if (hash === null) return null;
    mixed = BigInt.asUintN(64, (mixed ^ ((BigInt(hash.high) << 32n) | BigInt(hash.low))) * multiplier);
    multiplier += BigInt(82520 + 2 * (items.length - index - 1));
  }
  return hashFromBigInt(mixed + 97531n);
}
