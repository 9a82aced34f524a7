import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { hidesKind, kindOfSize, noteKind } from "./kindOfSize.ts";

/** The result of an operation on two integers: of ints a number where that holds it; what a `long` takes part in stays one. */
export function settle(result: bigint, a: Integer, b: Integer): Integer {
  const isOfLongs = isLong(a) || isLong(b);
  const isOfEither = !isOfLongs && [a, b].some(mayBeEither);
  noteKind(result, isOfLongs ? "long" : isOfEither ? "either" : "int");
  const number = Number(result);
  return Number.isSafeInteger(number) && !isOfLongs && !isOfEither ? number : result;
}

/** Nothing is known of it, or that there are both of that value. */
const mayBeEither = (x: Integer): boolean =>
  typeof x === "bigint" && (kindOfSize(x) ?? (hidesKind(x) ? "either" : "int")) === "either";
