import { floorQuotient } from "../dynamic/floorQuotient.ts";
import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";
import { zeroDivision } from "./zeroDivision.ts";

/** `a / b` and `a // b` of integers of any size: rounds down. */
export function longDivide(a: Integer, b: Integer): Integer {
  if (BigInt(b) === 0n) throw zeroDivision(a, b);
  return settle(floorQuotient(BigInt(a), BigInt(b)), a, b);
}
