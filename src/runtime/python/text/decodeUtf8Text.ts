import { decodeUtf8 } from "./decodeUtf8.ts";
import { encodeText } from "./encodeText.ts";

/** `s.decode('utf-8', errors)` of a `str`: the same text where its bytes are UTF-8, be they joined of pieces that are not. */
export function decodeUtf8Text(text: string, errors: "strict" | "ignore" | "replace" = "strict"): string {
  return /[\ud800-\udfff]/.test(text) ? decodeUtf8(encodeText(text), errors) : text;
}
