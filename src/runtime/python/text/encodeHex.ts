import { toByteString } from "./toByteString.ts";

/** `s.encode('hex')`: two digits for each byte of a `str`. */
export function encodeHex(text: string): string {
  return toByteString(text).replace(/[^]/g, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
}
