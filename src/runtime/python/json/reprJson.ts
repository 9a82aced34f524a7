import { Dict } from "../containers/Dict.ts";
import { repr } from "../repr/repr.ts";
import { reprDict } from "../repr/reprDict.ts";
import { reprList } from "../repr/reprList.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import type { Json } from "./Json.ts";

/** `repr` of a value that came from JSON, whose texts are all `unicode`: `[u'a', 1]`. */
export function reprJson(x: Json): string {
  if (typeof x === "string") return reprUnicode(x);
  if (Array.isArray(x)) return reprList(reprJson)(x);
  return x instanceof Dict ? reprDict(reprUnicode, reprJson)(x) : repr(x);
}
