import { UnicodeDecodeError } from "../exceptions/UnicodeDecodeError.ts";
import { decodeText } from "./decodeText.ts";

/**
 * `s.decode('utf-8')`: a UnicodeDecodeError for bytes that are not UTF-8, with the extent and reason that CPython 2.7 gives
 * (PyUnicode_DecodeUTF8). Unlike today's UTF-8 it takes encoded surrogates. With `errors` each such extent is left out, or becomes U+FFFD.
 */
export function decodeUtf8(bytes: Uint8Array, errors: "strict" | "ignore" | "replace" = "strict"): string {
  let text = "";
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = expectedLength(bytes[at] ?? 0);
    const wrong = findFault(bytes, at, length);
    if (wrong === null) at += length;
    else {
      if (errors === "strict") throw new UnicodeDecodeError("utf8", bytes, at, at + wrong.length, wrong.reason);
      text += decodeValid(bytes.subarray(start, at)) + (errors === "replace" ? "\ufffd" : "");
      start = at += wrong.length;
    }
  }
  return text + decodeValid(bytes.subarray(start));
}

function decodeValid(bytes: Uint8Array): string {
  return decodeText(bytes).replace(/\udced([\udca0-\udcbf])([\udc80-\udcbf])/g, (_, second: string, third: string) =>
    String.fromCharCode(0xd000 | ((second.charCodeAt(0) & 0x3f) << 6) | (third.charCodeAt(0) & 0x3f)),
  );
}

/** How many bytes a sequence has that begins with this one; 0 if none does. */
function expectedLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function findFault(bytes: Uint8Array, at: number, length: number): { length: number; reason: string } | null {
  if (length === 1) return null;
  if (length === 0) return { length: 1, reason: "invalid start byte" };
  let good = 1;
  while (good < length && ((bytes[at + good] ?? 0) & 0xc0) === 0x80) good++;
  if (at + length > bytes.length) return { length: good, reason: "unexpected end of data" };
  const [lead = 0, second = 0] = bytes.subarray(at);
  const outside =
    (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f);
  if (good === length && !outside) return null;
  return { length: Math.min(good, length - 1), reason: "invalid continuation byte" };
}
