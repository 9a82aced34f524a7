import type { Integer } from "./Integer.ts";

/** Whether Python has made it a `long`, as far as its size tells: from 2^53 to 2^63 it is taken for an int. */
export function isLong(x: Integer): boolean {
  return typeof x === "bigint" && (Number.isSafeInteger(Number(x)) || BigInt.asIntN(64, x) !== x);
}
