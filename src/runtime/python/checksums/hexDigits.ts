import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { encodeText } from "../text/encodeText.ts";

/** `binascii.hexlify(data)`: two digits for each byte. */
export function hexDigits(data: Uint8Array | string): string {
  return Buffer.from(typeof data === "string" ? encodeText(data) : data).toString("hex");
}

/** `binascii.unhexlify(digits)`: a byte for every two digits. */
export function bytesFromHex(digits: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const bytes = typeof digits === "string" ? encodeText(digits) : digits;
  if (bytes.length % 2 !== 0) throw new PyTypeError("Odd-length string");
  const text = Buffer.from(bytes).toString("latin1");
  if (/[^0-9a-fA-F]/.test(text)) throw new PyTypeError("Non-hexadecimal digit found");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
