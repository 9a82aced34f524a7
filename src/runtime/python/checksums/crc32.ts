import { encodeText } from "../text/encodeText.ts";

/** What each byte adds, by the polynomial of zlib. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** `zlib.crc32(data, start)`, `binascii.crc32`: with a sign, as Python 2 has it. */
export function crc32(data: Uint8Array | string, start: number | bigint = 0): number {
  let sum = ~Number(BigInt.asIntN(32, BigInt(start)));
  for (const byte of typeof data === "string" ? encodeText(data) : data)
    sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return ~sum;
}
