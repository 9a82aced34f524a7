import { patternCopy } from "./patternCopy.ts";

/** `pattern.match(text)`: a match that begins where the text does. */
export function matchAtStart(pattern: RegExp, text: string): RegExpExecArray | null {
  return patternCopy(pattern, "y").exec(text);
}
