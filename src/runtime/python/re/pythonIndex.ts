import { byteLength } from "../text/byteLength.ts";
import { characterLength } from "../text/characterLength.ts";

/** Python's index of a place in a text, from JavaScript's: bytes of a `str`, code points of a `unicode`. */
export function pythonIndex(text: string, index: number, textType: "str" | "unicode"): number {
  const before = text.slice(0, index);
  return textType === "str" ? byteLength(before) : characterLength(before);
}
