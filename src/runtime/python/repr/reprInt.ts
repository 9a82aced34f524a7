import { reprLong } from "./reprLong.ts";

/** `repr` of an int. From 2^63 on Python has made it a long, which shows an `L`. */
export function reprInt(x: number): string {
  return Number.isSafeInteger(x) ? String(x === 0 ? 0 : x) : reprLong(BigInt(x));
}
