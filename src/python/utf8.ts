const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A text without a character, or byte, above 127. */
export const isAsciiText = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** A byte string, a character each, as the text it is in UTF-8; null when it is none. */
export function utf8(value: string): string | null {
  if (isAsciiText(value)) return value;
  const text = strictUtf8(bytesOf(value));
  return typeof text === "string" ? text : null;
}

/** The same with a lone surrogate for each byte that is no part of a character, as the runtime holds it: see `decodeWithEscapes`. */
export const escapedUtf8 = (value: string): string => decodeWithEscapes(bytesOf(value));

const bytesOf = (value: string): Uint8Array => Uint8Array.from(value, (c) => c.charCodeAt(0));

/** The text of bytes in UTF-8, or the offset of the first that is no part of a character. */
export function strictUtf8(bytes: Uint8Array): string | number {
  try {
    return decoder.decode(bytes);
  } catch {
    for (let at = 0; at < bytes.length;) {
      const length = sequenceLength(bytes, at);
      if (length === 0) return at;
      at += length;
    }
    return bytes.length;
  }
}

/** UTF-8 where a byte that is not valid becomes U+DC80 + byte - 0x80, so that it can be given back. */
export function decodeWithEscapes(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(0xdc00 + bytes[at]!));
    from = ++at;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join("");
}

/** Length in bytes of the well-formed UTF-8 sequence at `at`, 0 if there is none. Table 3-7 of the Unicode standard. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  if (length === 0 || second < 0x80 || second > 0xbf) return 0;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  for (let index = 2; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}
