import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { encodeText } from "./encodeText.ts";

/** `ord(c)`: the byte of a `str` of one byte, or the code point of any other single character (a `unicode`). */
export function ord(character: string): number {
  const bytes = encodeText(character);
  const [only, ...more] = character;
  if (bytes.length === 1) return bytes[0] ?? 0;
  if (only !== undefined && more.length === 0) return only.codePointAt(0) ?? 0;
  throw new PyTypeError(`ord() expected a character, but string of length ${bytes.length} found`);
}
