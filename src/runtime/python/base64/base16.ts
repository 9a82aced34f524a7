import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { encodeText } from "../text/encodeText.ts";
import { bytesFromHex, hexDigits } from "../checksums/hexDigits.ts";

/** `base64.b16encode(data)`: digits with capital letters. */
export const base16Encode = (data: Uint8Array | string): string => hexDigits(data).toUpperCase();

/** `base64.b16decode(text, casefold)`: small letters are no digits unless `casefold` says so. */
export function base16Decode(data: Uint8Array | string, casefold = false): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(typeof data === "string" ? encodeText(data) : data).toString("latin1");
  if (/[^0-9A-F]/.test(casefold ? text.toUpperCase() : text)) throw new PyTypeError("Non-base16 digit found");
  return bytesFromHex(text);
}
