import { characterLength } from "./characterLength.ts";

/** `u.expandtabs(size)` of a `unicode`: spaces up to the next multiple of `size` columns, counted in characters from the last line end. */
export function unicodeExpandtabs(text: string, size = 8): string {
  let column = 0;
  return text.replace(/[\n\r]|\t|[^\t\n\r]+/g, (part) => {
    const shown = part === "\t" ? " ".repeat(size > 0 ? size - (column % size) : 0) : part;
    column = part === "\n" || part === "\r" ? 0 : column + characterLength(shown);
    return shown;
  });
}
