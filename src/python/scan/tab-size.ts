/** Columns to a tab stop, in CPython and in the grammar. */
export const TAB_SIZE = 8;

/** How the editors' settings look that CPython 2.7 takes notice of; the last one in this list wins. */
const FORMS = ["tab-width:", ":tabstop=", ":ts=", "set tabsize="];
const LARGEST = 40;
/** CPython looks at so many bytes of a comment. */
const BYTES_READ = 79;

/**
 * The tab size that a comment sets for the lines below it, by CPython 2.7's `tok_get` (it reads the mode lines of Emacs and vi), or null.
 * `comment` is without its `#`.
 */
export function tabSizeIn(comment: string): number | null {
  if (!comment.includes("t")) return null;
  let size: number | null = null;
  for (const form of FORMS) {
    const at = comment.indexOf(form);
    if (at < 0) continue;
    const before = new TextEncoder().encode(comment.slice(0, at + form.length)).length;
    if (before > BYTES_READ) continue;
    const rest = comment.slice(at + form.length, at + form.length + BYTES_READ - before);
    const digits = /^[ \t\v\f\r]*\+?(\d+)/.exec(rest)?.[1] ?? "0";
    // `atoi` of a number beyond 32 bits.
    const number = Number(BigInt.asIntN(32, BigInt(digits)));
    if (number >= 1 && number <= LARGEST) size = number;
  }
  return size;
}

/**
 * A column in the grammar's terms, where tabs are 8 wide: tabs of up to 8 stay tabs, so that it needs no more characters than the line
 * has. The order of columns stays the same.
 */
export function grammarColumn(column: number, tabSize: number): number {
  return tabSize >= TAB_SIZE ? column : Math.floor(column / tabSize) * TAB_SIZE + (column % tabSize);
}
