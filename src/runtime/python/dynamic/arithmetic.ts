import { isLong } from "../integers/isLong.ts";
import type { Float } from "../numbers/Float.ts";
import { asNumber } from "./asNumber.ts";
import { boxFloat } from "./boxFloat.ts";
import { isFloat } from "./isFloat.ts";
import { inKind } from "./inKind.ts";

/** How an operator works on floats, and exactly on ints. */
export interface Operation {
  readonly floats: (a: number, b: number) => number;
  /** `isOfLongs`: Python does it with longs, which an error names. */
  readonly integers: (a: bigint, b: bigint, isOfLongs: boolean) => bigint;
}

/** Applies an operator to two numbers of types known only when running: two ints give an int of any size. Undefined if one is no number. */
export function arithmetic(a: unknown, b: unknown, operation: Operation): number | bigint | Float | undefined {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left === null || right === null) return undefined;
  if (isFloat(a) || isFloat(b)) return boxFloat(operation.floats(Number(left), Number(right)));
  return inKind(operation.integers(BigInt(left), BigInt(right), isLong(left) || isLong(right)), left, right);
}
