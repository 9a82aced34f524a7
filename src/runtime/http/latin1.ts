import { decodeText } from "../python/text/decodeText.ts";

/** Bytes as text with one byte in each character, as header fields are held. */
export const latin1Text = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** The bytes of such a text. */
export const latin1Bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Such a text as a program sees a Python `str`: read as UTF-8. */
export const latin1ToText = (text: string): string => decodeText(latin1Bytes(text));
