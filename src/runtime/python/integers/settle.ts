import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { kindOfSize, noteKind } from "./kindOfSize.ts";

/** The result of an operation on two integers: of ints a number where that holds it; what a `long` takes part in stays one. */
export function settle(result: bigint, a: Integer, b: Integer): Integer {
  const isOfLongs = isLong(a) || isLong(b);
  const isOfEither = !isOfLongs && [a, b].some((x) => typeof x === "bigint" && kindOfSize(x) === "either");
  noteKind(result, isOfLongs ? "long" : isOfEither ? "either" : "int");
  const number = Number(result);
  return Number.isSafeInteger(number) && !isOfLongs && !isOfEither ? number : result;
}
