import { escapeCharacter } from "./escapeCharacter.ts";
import { quoteFor } from "./reprStr.ts";

/** `repr` of a unicode: its characters, of which all but printable ASCII are escaped: `u'caf\xe9'`. */
export function reprUnicode(text: string): string {
  const quote = quoteFor(text);
  return `u${quote}${Array.from(text, (character) => showCharacter(character, quote)).join("")}${quote}`;
}

function showCharacter(character: string, quote: string): string {
  if (character === quote || character === "\\") return `\\${character}`;
  if (character === "\t") return "\\t";
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return character >= " " && character <= "~" ? character : escapeCharacter(character);
}
