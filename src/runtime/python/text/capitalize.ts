import { lower } from "./lower.ts";
import { upper } from "./upper.ts";

/** `s.capitalize()` of a `str`: the first character upper case, all others lower case. */
export function capitalize(text: string): string {
  return upper(text.slice(0, 1)) + lower(text.slice(1));
}
