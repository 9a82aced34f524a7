import { pythonIndex } from "./pythonIndex.ts";

/** `match.end()`, in bytes of a `str` or code points of a `unicode`. */
export function matchEnd(match: RegExpExecArray, textType: "str" | "unicode" = "str"): number {
  return pythonIndex(match.input, match.index + match[0].length, textType);
}
