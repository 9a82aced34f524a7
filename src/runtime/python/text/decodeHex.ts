import { bytesFromHex } from "../checksums/hexDigits.ts";
import { decodeText } from "./decodeText.ts";

/** `s.decode('hex')`: a `str` of one byte for every two digits. */
export function decodeHex(text: string): string {
  return decodeText(bytesFromHex(text));
}
