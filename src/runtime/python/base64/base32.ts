import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { encodeText } from "../text/encodeText.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** `base64.b32encode(data)`. */
export function base32Encode(data: Uint8Array | string): string {
  const bytes = typeof data === "string" ? encodeText(data) : data;
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]);
  return letters.join("").padEnd(Math.ceil(letters.length / 8) * 8, "=");
}

/** `base64.b32decode(text, casefold)`: a TypeError for what is no such text. */
export function base32Decode(data: Uint8Array | string, casefold = false): Uint8Array<ArrayBuffer> {
  const given = Buffer.from(typeof data === "string" ? encodeText(data) : data).toString("latin1");
  if (given.length % 8 !== 0) throw new PyTypeError("Incorrect padding");
  const text = (casefold ? given.toUpperCase() : given).replace(/=+$/, "");
  const padding = given.length - text.length;
  if (![0, 1, 3, 4, 6].includes(padding)) {
    if ([...text].some((letter) => !alphabet.includes(letter))) throw new PyTypeError("Non-base32 digit found");
    throw new PyTypeError("Incorrect padding");
  }
  const bits = Array.from(text, (letter) => {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new PyTypeError("Non-base32 digit found");
    return value.toString(2).padStart(5, "0");
  }).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}
