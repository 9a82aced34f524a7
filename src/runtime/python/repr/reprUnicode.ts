import { quoteFor } from "./quoteFor.ts";

/** `repr` of a unicode: its characters, of which all but printable ASCII are escaped: `u'caf\xe9'`. */
export function reprUnicode(text: string): string {
  const quote = quoteFor(text);
  return `u${quote}${Array.from(text, (character) => escapeCharacter(character, quote)).join("")}${quote}`;
}

function escapeCharacter(character: string, quote: string): string {
  if (character === quote || character === "\\") return `\\${character}`;
  if (character === "\t") return "\\t";
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return character;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}
