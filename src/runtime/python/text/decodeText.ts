import { writeVeryBytes } from "../output/writeVeryBytes.ts";
import { sequenceLength } from "./sequenceLength.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Bytes as text: UTF-8, where each byte that is not part of a valid sequence becomes U+DC00 plus the byte (Python 3's
 * `surrogateescape`), so that `encodeText` gives the same bytes again. A byte order mark is kept.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    writeVeryBytes();
    let text = "";
    for (let at = 0; at < bytes.length;) {
      const length = sequenceLength(bytes, at);
      text +=
        length === 0 ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0)) : strict.decode(bytes.subarray(at, at + length));
      at += Math.max(length, 1);
    }
    return text;
  }
}
