import { fromByteString } from "../text/fromByteString.ts";
import { isAscii } from "../text/isAscii.ts";
import { toByteString } from "../text/toByteString.ts";

/** JavaScript's index of a place in a text, from Python's: bytes of a `str`, code points of a `unicode`, kept between the ends. */
export function characterIndex(text: string, position: number, textType: "str" | "unicode"): number {
  const from = Math.max(position, 0);
  if (isAscii(text)) return Math.min(from, text.length);
  if (textType === "unicode") return [...text].slice(0, from).join("").length;
  return fromByteString(toByteString(text).slice(0, from)).length;
}
