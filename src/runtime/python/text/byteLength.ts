import { encodeText } from "./encodeText.ts";
import { isAscii } from "./isAscii.ts";

/** `len` of a `str` that is held as text: its bytes. */
export function byteLength(text: string): number {
  return isAscii(text) ? text.length : encodeText(text).length;
}
