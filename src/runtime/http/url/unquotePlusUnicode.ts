import { unquoteUnicode } from "./unquoteUnicode.ts";

/** `urllib.unquote_plus` of `unicode` text: `unquoteUnicode` where a `+` stands for a space. */
export function unquotePlusUnicode(text: string): string {
  return unquoteUnicode(text.replaceAll("+", " "));
}
