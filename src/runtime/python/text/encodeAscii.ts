import { LookupError } from "../exceptions/LookupError.ts";
import { UnicodeEncodeError } from "../exceptions/UnicodeEncodeError.ts";
import { escapeCharacter } from "../repr/escapeCharacter.ts";

const handlers: Readonly<Record<string, (character: string) => string>> = {
  ignore: () => "",
  replace: () => "?",
  xmlcharrefreplace: (character) => `&#${character.codePointAt(0) ?? 0};`,
  backslashreplace: escapeCharacter,
};

/** `u.encode('ascii', errors)`: by default a UnicodeEncodeError for the first stretch that is not ASCII. */
export function encodeAscii(text: string, errors = "strict"): string {
  const characters = [...text];
  const start = characters.findIndex(isForeign);
  if (start < 0) return text;
  if (errors === "strict") {
    const length = characters.slice(start).findIndex((character) => !isForeign(character));
    const end = length < 0 ? characters.length : start + length;
    throw new UnicodeEncodeError("ascii", text, start, end, "ordinal not in range(128)");
  }
  const handle = handlers[errors];
  if (handle === undefined) throw new LookupError(`unknown error handler name '${errors}'`);
  return characters.map((character) => (isForeign(character) ? handle(character) : character)).join("");
}

function isForeign(character: string): boolean {
  return character > "\x7f";
}
