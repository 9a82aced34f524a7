import { PrecisionError } from "../exceptions/PrecisionError.ts";
import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { kindOfSize, noteKind } from "./kindOfSize.ts";

/** The result of an operation on two integers: of ints a number where that holds it; what a `long` takes part in stays one. */
export function settle(result: bigint, a: Integer, b: Integer): Integer {
  for (const operand of [a, b])
    if (typeof operand === "bigint" && kindOfSize(operand) === "either") throw new PrecisionError(operand);
  const isOfLongs = isLong(a) || isLong(b);
  noteKind(result, isOfLongs ? "long" : "int");
  const number = Number(result);
  return Number.isSafeInteger(number) && !isOfLongs ? number : result;
}
