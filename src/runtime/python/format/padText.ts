import { byteLength } from "../text/byteLength.ts";

/** Fills a text with spaces to a width in bytes (`str`) or characters (`unicode`); it stands at the left or at the right. */
export function padText(text: string, width: number, left: boolean, textType: "str" | "unicode"): string {
  if (width === 0) return text;
  const fill = " ".repeat(Math.max(width - (textType === "unicode" ? [...text].length : byteLength(text)), 0));
  return left ? text + fill : fill + text;
}
