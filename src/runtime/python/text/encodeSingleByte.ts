import { UnicodeEncodeError } from "../exceptions/UnicodeEncodeError.ts";
import { escapeCharacter } from "../repr/escapeCharacter.ts";
import { LookupError } from "../exceptions/LookupError.ts";
import { cp1252 } from "./cp1252.ts";
import { fromByteString } from "./fromByteString.ts";

const handlers: Readonly<Record<string, (character: string) => string>> = {
  ignore: () => "",
  replace: () => "?",
  xmlcharrefreplace: (character) => `&#${character.codePointAt(0) ?? 0};`,
  backslashreplace: escapeCharacter,
};

/**
 * `u.encode('latin-1', errors)` or `u.encode('cp1252', errors)`: a `str` of one byte a character. By default a UnicodeEncodeError
 * for the first stretch of characters that have none.
 */
export function encodeSingleByte(text: string, encoding: "latin-1" | "cp1252", errors = "strict"): string {
  const characters = [...text];
  const bytes = characters.map(encoding === "latin-1" ? latin1Byte : cp1252Byte);
  const start = bytes.indexOf(null);
  if (start < 0) return fromByteString(bytes.join(""));
  if (errors === "strict") {
    const length = bytes.slice(start).findIndex((byte) => byte !== null);
    const end = length < 0 ? bytes.length : start + length;
    if (encoding === "latin-1") throw new UnicodeEncodeError("latin-1", text, start, end, "ordinal not in range(256)");
    throw new UnicodeEncodeError("charmap", text, start, end, "character maps to <undefined>");
  }
  const handle = handlers[errors];
  if (handle === undefined) throw new LookupError(`unknown error handler name '${errors}'`);
  return fromByteString(bytes.map((byte, i) => byte ?? handle(characters[i] ?? "")).join(""));
}

const latin1Byte = (character: string): string | null => (character <= "\xff" ? character : null);

function cp1252Byte(character: string): string | null {
  if (character < "\x80" || (character >= "\xa0" && character <= "\xff")) return character;
  const at = cp1252.indexOf(character);
  return at < 0 || character === "\ufffe" ? null : String.fromCharCode(0x80 + at);
}
