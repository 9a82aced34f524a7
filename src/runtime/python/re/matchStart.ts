import { pythonIndex } from "./pythonIndex.ts";

/** `match.start()`, in bytes of a `str` or code points of a `unicode`. */
export function matchStart(match: RegExpExecArray, textType: "str" | "unicode" = "str"): number {
  return pythonIndex(match.input, match.index, textType);
}
