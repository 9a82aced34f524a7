import { encodeText } from "../text/encodeText.ts";
import { isAscii } from "../text/isAscii.ts";
import type { Hash } from "./Hash.ts";

const MULTIPLIER = 1000003;
const TWO_32 = 0x100000000;

/**
 * The hash of a text (string_hash and unicode_hash, which agree on ASCII): of its bytes as a `str`, of its code points as a
 * `unicode`. A product of 32 and 20 bits is exact in a number, so that the 64 bits are kept in two halves.
 */
export function hashText(text: string, textType: "str" | "unicode"): Hash {
  if (text === "") return { high: 0, low: 0 };
  const units = unitsOf(text, textType);
  let high = 0;
  let low = ((units[0] ?? 0) << 7) >>> 0;
  for (const unit of units) {
    const product = low * MULTIPLIER;
    high = (high * MULTIPLIER + Math.floor(product / TWO_32)) % TWO_32;
    low = ((product % TWO_32) ^ unit) >>> 0;
  }
  low = (low ^ units.length) >>> 0;
  return high === 0xffffffff && low === 0xffffffff ? { high, low: 0xfffffffe } : { high, low };
}

function unitsOf(text: string, textType: "str" | "unicode"): ArrayLike<number> & Iterable<number> {
  if (isAscii(text) || textType === "str") return encodeText(text);
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
