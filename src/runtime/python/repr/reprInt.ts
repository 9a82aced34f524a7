import { reprLong } from "./reprLong.ts";

/** `repr` of an int of any size. From 2^63 on Python has made it a long, which shows an `L`. */
export function reprInt(x: number | bigint): string {
  return typeof x === "number" && Number.isSafeInteger(x) ? String(x + 0) : reprLong(BigInt(x));
}
