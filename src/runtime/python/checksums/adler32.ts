import { encodeText } from "../text/encodeText.ts";

const BASE = 65_521;

/** `zlib.adler32(data, start)`: with a sign, as Python 2 has it. */
export function adler32(data: Uint8Array | string, start: number | bigint = 1): number {
  const first = Number(BigInt.asUintN(32, BigInt(start)));
  let [low, high] = [first & 0xffff, first >>> 16];
  for (const byte of typeof data === "string" ? encodeText(data) : data) {
    low = (low + byte) % BASE;
    high = (high + low) % BASE;
  }
  return (high << 16) | low;
}
