import { encodeAscii } from "./encodeAscii.ts";

/** A value of JSON where Python needs `str`: text is encoded as ASCII, what is no text stays as it is. */
export function encodeAsciiText<T>(x: T): T | string {
  return typeof x === "string" ? encodeAscii(x) : x;
}
