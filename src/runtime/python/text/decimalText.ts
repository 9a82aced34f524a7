import { UnicodeEncodeError } from "../exceptions/UnicodeEncodeError.ts";
import { decodeText } from "./decodeText.ts";
import { unicodeSpace } from "./unicodeSpace.ts";

const SPACE = new RegExp(`[${unicodeSpace}]`);

/**
 * A `unicode` as `int()` and `float()` read it: decimal digits of any script are those of ASCII, and what has no place in a byte is a
 * UnicodeEncodeError.
 */
export function decimalText(text: string): string {
  const characters = [...text];
  const bytes = characters.map(byteOf);
  const start = bytes.indexOf(null);
  if (start < 0) return decodeText(Uint8Array.from(bytes, Number));
  const after = bytes.findIndex((byte, at) => at > start && byte !== null);
  const end = after < 0 ? bytes.length : after;
  throw new UnicodeEncodeError("decimal", text, start, end, "invalid decimal Unicode string");
}

function byteOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  if (SPACE.test(character)) return 0x20;
  if (/\p{Nd}/u.test(character)) return 0x30 + digitOf(code);
  return code > 0 && code < 256 ? code : null;
}

/** Digits stand ten in a row, from a code that ends in 0 or 6; those of mathematics from U+1D7CE. */
function digitOf(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  const last = code % 16;
  const fromSix = last > 9 || (last > 5 && !/\p{Nd}/u.test(String.fromCodePoint(code - last)));
  return fromSix ? last - 6 : last;
}
