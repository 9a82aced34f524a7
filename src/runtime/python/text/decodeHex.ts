import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { fromByteString } from "./fromByteString.ts";

/** `s.decode('hex')`: a `str` of one byte for every two digits. */
export function decodeHex(text: string): string {
  if (text.length % 2 !== 0) throw new PyTypeError("Odd-length string");
  if (/[^0-9a-fA-F]/.test(text)) throw new PyTypeError("Non-hexadecimal digit found");
  return fromByteString(text.replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16))));
}
