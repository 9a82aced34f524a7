import { encodeText } from "./encodeText.ts";
import { isAscii } from "./isAscii.ts";

/**
 * A text's bytes as a string of one character (U+0000 to U+00FF) a byte, on which positions and lengths are those of the
 * Python `str`. ASCII is itself.
 */
export function toByteString(text: string): string {
  if (isAscii(text)) return text;
  let bytes = "";
  for (const byte of encodeText(text)) bytes += String.fromCharCode(byte);
  return bytes;
}
