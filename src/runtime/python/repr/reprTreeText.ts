import { isAscii } from "../text/isAscii.ts";
import { reprStr } from "./reprStr.ts";
import { reprUnicode } from "./reprUnicode.ts";

/** `repr` of a text of ElementTree, which gives a `str` where it is ASCII, else unicode. */
export function reprTreeText(text: string): string {
  return isAscii(text) ? reprStr(text) : reprUnicode(text);
}
