import { unquote } from "./unquote.ts";

/** `urllib.unquote_plus`: `unquote` where a `+` stands for a space. */
export function unquotePlus(text: string): string {
  return unquote(text.replaceAll("+", " "));
}
