import { type WrapOptions, wrapText } from "./wrapText.ts";

/** `textwrap.fill(text, width)`: the wrapped lines as one text. */
export function fillText(text: string, width = 70, options: WrapOptions = {}): string {
  return wrapText(text, width, options).join("\n");
}
