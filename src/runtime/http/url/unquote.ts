import { decodeText } from "../../python/text/decodeText.ts";
import { encodeText } from "../../python/text/encodeText.ts";

/** `urllib.unquote`: what stands after `%` as two hex digits becomes that byte; any other `%` stays. */
export function unquote(text: string): string {
  if (!text.includes("%")) return text;
  const bytes = encodeText(text);
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const hex = String.fromCharCode(...bytes.subarray(at + 1, at + 3));
    const encoded = bytes[at] === 0x25 && /^[\da-f]{2}$/i.test(hex);
    decoded.push(encoded ? parseInt(hex, 16) : (bytes[at] ?? 0));
    if (encoded) at += 2;
  }
  return decodeText(Uint8Array.from(decoded));
}
