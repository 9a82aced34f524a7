import { encodeText } from "../text/encodeText.ts";

/** `repr` of a str: its bytes (UTF-8), of which all but printable ASCII are escaped: `'caf\xc3\xa9'`. */
export function reprStr(text: string): string {
  const quote = quoteFor(text);
  let body = "";
  for (const byte of encodeText(text)) body += escapeByte(byte, quote);
  return quote + body + quote;
}

function escapeByte(byte: number, quote: string): string {
  const character = String.fromCharCode(byte);
  if (character === quote || character === "\\") return `\\${character}`;
  if (byte >= 0x20 && byte < 0x7f) return character;
  if (character === "\t") return "\\t";
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

/** The quote that `repr` puts around a text: double only if the text has single ones and no double ones. */
export function quoteFor(text: string): "'" | '"' {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}
