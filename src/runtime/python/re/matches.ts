import { patternCopy } from "./patternCopy.ts";

/** `pattern.finditer(text)`: every match, from left to right. */
export function matches(pattern: RegExp, text: string): Iterable<RegExpExecArray> {
  return text.matchAll(patternCopy(pattern, "g"));
}
