import { capitalize } from "./capitalize.ts";

/** `s.title()` of a `str`: each run of ASCII letters capitalized: `They'Re`. */
export function title(text: string): string {
  return text.replace(/[A-Za-z]+/g, capitalize);
}
