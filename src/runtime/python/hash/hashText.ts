import { encodeText } from "../text/encodeText.ts";
import { isAscii } from "../text/isAscii.ts";
import type { Hash } from "./Hash.ts";

const MULTIPLIER = 1000003;
const TWO_32 = 0x100000000;

/**
 * The hash of a text (string_hash and unicode_hash, which agree on ASCII): of its bytes as a `str`, of its code points as a
 * `unicode`. The 64 bits are kept in two halves: the product of the lower one and 20 bits is exact in a number.
 */
export function hashText(text: string, textType: "str" | "unicode"): Hash {
  const units = isAscii(text) ? null : unitsOf(text, textType);
  const length = units === null ? text.length : units.length;
  if (length === 0) return { high: 0, low: 0 };
  let high = 0;
  let low = ((units === null ? text.charCodeAt(0) : (units[0] ?? 0)) << 7) >>> 0;
  for (let at = 0; at < length; at++) {
    const unit = units === null ? text.charCodeAt(at) : (units[at] ?? 0);
    const product = Math.imul(low, MULTIPLIER) >>> 0;
    const carry = (low * MULTIPLIER - product) / TWO_32;
    high = (Math.imul(high, MULTIPLIER) + carry) >>> 0;
    low = (product ^ unit) >>> 0;
  }
  low = (low ^ length) >>> 0;
  // -1 means an error to CPython, so that no value hashes to it: it becomes -2.
  return high === 0xffffffff && low === 0xffffffff ? { high, low: 0xfffffffe } : { high, low };
}

function unitsOf(text: string, textType: "str" | "unicode"): ArrayLike<number> {
  return textType === "str" ? encodeText(text) : Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
