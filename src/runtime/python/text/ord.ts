import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { characterLength } from "./characterLength.ts";
import { encodeText } from "./encodeText.ts";

/** `ord(c)`: the byte of a `str` of one byte, the code point of a `unicode` of one character. */
export function ord(character: string, textType: "str" | "unicode" = "str"): number {
  const bytes = encodeText(character);
  if (bytes.length === 1) return bytes[0] ?? 0;
  const length = textType === "str" ? bytes.length : characterLength(character);
  if (length === 1) return character.codePointAt(0) ?? 0;
  throw new PyTypeError(`ord() expected a character, but string of length ${length} found`);
}
