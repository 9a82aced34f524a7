import { fromByteString } from "../text/fromByteString.ts";
import { toByteString } from "../text/toByteString.ts";

/** The first `length` bytes of a `str`, or characters of a `unicode`; all with null. */
export function cutText(text: string, length: number | null, textType: "str" | "unicode"): string {
  if (length === null) return text;
  return textType === "unicode"
    ? [...text].slice(0, length).join("")
    : fromByteString(toByteString(text).slice(0, length));
}
