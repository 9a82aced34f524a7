import { asNumber } from "./asNumber.ts";
import { isFloat } from "./isFloat.ts";
import { inKind } from "./inKind.ts";
import { unsupported } from "./unsupported.ts";

/** Applies an operator that works on bits to two ints of any size; Python's TypeError, which names the operator, for all else. */
export function bitOperation(
  a: unknown,
  b: unknown,
  operator: string,
  textType: "str" | "unicode",
  operation: (a: bigint, b: bigint) => bigint,
): number | bigint {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left === null || right === null || isFloat(a) || isFloat(b)) throw unsupported(operator, a, b, textType);
  return inKind(operation(BigInt(left), BigInt(right)), left, right);
}
