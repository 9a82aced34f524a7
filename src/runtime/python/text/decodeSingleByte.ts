import { LookupError } from "../exceptions/LookupError.ts";
import { UnicodeDecodeError } from "../exceptions/UnicodeDecodeError.ts";
import { cp1252 } from "./cp1252.ts";
import { toByteString } from "./toByteString.ts";

/** `s.decode('latin-1')` or `s.decode('cp1252', errors)`: one character for each byte of a `str`. Latin-1 has one for every byte. */
export function decodeSingleByte(text: string, encoding: "latin-1" | "cp1252", errors = "strict"): string {
  const bytes = toByteString(text);
  if (encoding === "latin-1") return bytes;
  return bytes.replace(/[\x80-\x9f]/g, (byte, at: number) => {
    const character = cp1252.charAt(byte.charCodeAt(0) - 0x80);
    if (character !== "\ufffe") return character;
    if (errors === "strict") throw new UnicodeDecodeError("charmap", text, at, at + 1, "character maps to <undefined>");
    if (errors !== "ignore" && errors !== "replace") throw new LookupError(`unknown error handler name '${errors}'`);
    return errors === "ignore" ? "" : "\ufffd";
  });
}
