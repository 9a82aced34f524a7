import { ValueError } from "../exceptions/ValueError.ts";
import { decodeText } from "./decodeText.ts";

/** `chr(code)`: a `str` of one byte. */
export function chr(code: number): string {
  if (!(code >= 0 && code < 256)) throw new ValueError("chr() arg not in range(256)");
  return decodeText(Uint8Array.of(code));
}
