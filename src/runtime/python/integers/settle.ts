import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";

/** The result of an operation on two integers: of ints a number where that holds it; what a `long` takes part in stays one. */
export function settle(result: bigint, a: Integer, b: Integer): Integer {
  const number = Number(result);
  return Number.isSafeInteger(number) && !isLong(a) && !isLong(b) ? number : result;
}
