import { characterIndex } from "./characterIndex.ts";
import { patternCopy } from "./patternCopy.ts";

/** `pattern.search(text, position)`; the position counts as Python does for the type of text. */
export function searchFrom(
  pattern: RegExp,
  text: string,
  position: number,
  textType: "str" | "unicode" = "str",
): RegExpExecArray | null {
  const copy = patternCopy(pattern, "g");
  copy.lastIndex = characterIndex(text, position, textType);
  return copy.exec(text);
}
