import { IndexError } from "../exceptions/IndexError.ts";
import { patternCopy } from "./patternCopy.ts";
import { pythonIndex } from "./pythonIndex.ts";

/**
 * `match.span(group)`, in bytes of a `str` or code points of a `unicode`; -1 twice for a group that has not matched.
 * The match is made again, since it does not know where its groups were.
 */
export function groupSpan(
  pattern: RegExp,
  match: RegExpExecArray,
  group: number,
  textType: "str" | "unicode" = "str",
): [start: number, end: number] {
  if (!(group >= 0 && group < match.length)) throw new IndexError("no such group");
  const again = patternCopy(pattern, "d", "y");
  again.lastIndex = match.index;
  const [start, end] = again.exec(match.input)?.indices?.[group] ?? [-1, -1];
  if (start < 0) return [-1, -1];
  return [pythonIndex(match.input, start, textType), pythonIndex(match.input, end, textType)];
}
