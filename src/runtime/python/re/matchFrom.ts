import { characterIndex } from "./characterIndex.ts";
import { patternCopy } from "./patternCopy.ts";

/** `pattern.match(text, position)`; the position counts as Python does for the type of text. */
export function matchFrom(
  pattern: RegExp,
  text: string,
  position: number,
  textType: "str" | "unicode" = "str",
): RegExpExecArray | null {
  const copy = patternCopy(pattern, "y");
  copy.lastIndex = characterIndex(text, position, textType);
  return copy.exec(text);
}
