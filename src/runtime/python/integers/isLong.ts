import { kindOfSize } from "./kindOfSize.ts";
import type { Integer } from "./Integer.ts";

/** Whether Python has made it a `long`: as its size tells, and from 2^53 to 2^63 the operation that it came from. */
export function isLong(x: Integer): boolean {
  if (typeof x !== "bigint") return false;
  return Number.isSafeInteger(Number(x)) || BigInt.asIntN(64, x) !== x || kindOfSize(x) === "long";
}
