import { decodeText } from "../python/text/decodeText.ts";

/** Bytes as text with one byte in each character, as header fields are held. */
export function latin1Text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** The bytes of such a text. */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Such a text as a program sees a Python `str`: read as UTF-8. */
export function latin1ToText(text: string): string {
  return decodeText(latin1Bytes(text));
}
