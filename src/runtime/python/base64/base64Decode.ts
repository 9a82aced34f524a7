import { BinasciiError } from "../checksums/BinasciiError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { encodeText } from "../text/encodeText.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = "=";

/**
 * `base64.b64decode(text)`, step by step as `binascii.a2b_base64` of 2.7.18 does: characters of no meaning are passed over, and
 * a padding that fits ends the data. Throws TypeError for bits that are left, made of the error of `binascii`.
 */
export function base64Decode(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = typeof data === "string" ? encodeText(data) : data;
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).filter(
    (c) => c === PAD || alphabet.includes(c),
  );
  const made: number[] = [];
  let bits = 0;
  let value = 0;
  let place = 0;
  for (const [at, character] of characters.entries()) {
    if (character === PAD) {
      if (place < 2 || (place === 2 && characters[at + 1] !== PAD)) continue;
      bits = 0;
      break;
    }
    place = (place + 1) % 4;
    value = (value << 6) | alphabet.indexOf(character);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    made.push((value >> bits) & 0xff);
    value &= (1 << bits) - 1;
  }
  if (bits !== 0) throw new PyTypeError(new BinasciiError("Incorrect padding"));
  return Uint8Array.from(made);
}
