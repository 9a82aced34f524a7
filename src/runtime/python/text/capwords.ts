import { capitalize } from "./capitalize.ts";
import { split } from "./split.ts";

/** `string.capwords(s, sep)`: each word capitalised; without a separator runs of white space become one blank. */
export function capwords(text: string, separator: string | null = null): string {
  return split(text, separator)
    .map(capitalize)
    .join(separator ?? " ");
}
