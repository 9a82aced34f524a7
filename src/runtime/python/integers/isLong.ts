import { kindOfSize } from "./kindOfSize.ts";
import type { Integer } from "./Integer.ts";

/** Whether Python has made it a `long`: as its size tells, and from 2^53 to 2^63 the operation that it came from. */
export function isLong(x: Integer): boolean {
  if (typeof x !== "bigint") return false;
  if (BigInt.asIntN(64, x) !== x) return true;
  const kind = kindOfSize(x);
  return kind === undefined ? Number.isSafeInteger(Number(x)) : kind === "long";
}
