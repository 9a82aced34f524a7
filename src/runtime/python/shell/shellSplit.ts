import { ValueError } from "../exceptions/ValueError.ts";

/** `shlex.split(text)`: words as a POSIX shell takes them. A quotation or an escape that does not end is a ValueError. */
export function shellSplit(text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (" \t\r\n".includes(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === "\\") {
      i++;
      if (i >= text.length) throw new ValueError("No escaped character");
      word = (word ?? "") + text.charAt(i);
    } else if (character === "'" || character === '"') {
      const [quoted, end] = quotation(text, i);
      word = (word ?? "") + quoted;
      i = end;
    } else word = (word ?? "") + character;
  }
  return word === null ? words : [...words, word];
}

/** What stands between the quote at `start` and the one that ends it, and where that is. */
function quotation(text: string, start: number): [string, number] {
  const quote = text.charAt(start);
  let quoted = "";
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === quote) return [quoted, i];
    if (character === "\\" && quote === '"') {
      i++;
      if (i >= text.length) throw new ValueError("No escaped character");
      const escaped = text.charAt(i);
      quoted += escaped === "\\" || escaped === '"' ? escaped : `\\${escaped}`;
    } else quoted += character;
  }
  throw new ValueError("No closing quotation");
}
