const utf8 = new TextEncoder();

/**
 * The bytes of a Python `str` that is held as text: UTF-8, where U+DC80 to U+DCFF stand for the single bytes that
 * `decodeText` could not read, so that what was decoded gives its very bytes again. One that is held as bytes is what it is.
 */
export function encodeText(text: string): Uint8Array<ArrayBuffer>;
export function encodeText(text: string | Uint8Array): Uint8Array;
export function encodeText(text: string | Uint8Array): Uint8Array {
  if (typeof text !== "string") return text;
  if (!/[\uD800-\uDFFF]/.test(text)) return utf8.encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else if (code >= 0xd800 && code <= 0xdfff)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else bytes.push(...utf8.encode(character));
  }
  return Uint8Array.from(bytes);
}
