import { decodeUtf8 } from "../text/decodeUtf8.ts";
import { encodeText } from "../text/encodeText.ts";

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A text as a JSON string. To be escaped its bytes must be UTF-8, else they are a UnicodeDecodeError. */
export function jsonString(text: string, ensureAscii: boolean): string {
  const valid = ensureAscii && /[\uDC80-\uDCFF]/.test(text) ? decodeUtf8(encodeText(text)) : text;
  // oxlint-disable-next-line no-control-regex -- control characters are escaped
  const special = ensureAscii ? /["\\]|[^ -~]/g : /["\\\x00-\x1f]/g;
  return `"${valid.replace(special, (unit) => short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
