import { unicodeLower } from "./unicodeLower.ts";
import { unicodeUpper } from "./unicodeUpper.ts";

/** `u.capitalize()` of a `unicode`: the first character upper case, all others lower case. */
export function unicodeCapitalize(text: string): string {
  const [first = "", ...rest] = text;
  return unicodeUpper(first) + unicodeLower(rest.join(""));
}
