import type { Operated } from "./Operated.ts";
import { powerFloat } from "../numbers/powerFloat.ts";
import { asNumber } from "./asNumber.ts";
import { boxFloat } from "./boxFloat.ts";
import { isFloat } from "./isFloat.ts";
import { inKind } from "./inKind.ts";
import { unsupported } from "./unsupported.ts";

/** `a ** b` of numbers: two ints give an int of any size, or a float where `b` is negative. */
export function toPower<A, B>(a: A, b: B, textType?: "str" | "unicode"): Operated<A, B>;
export function toPower(a: unknown, b: unknown, textType: "str" | "unicode" = "str"): unknown {
  const [base, exponent] = [asNumber(a), asNumber(b)];
  if (base === null || exponent === null) throw unsupported("** or pow()", a, b, textType);
  if (isFloat(a) || isFloat(b) || exponent < 0) return boxFloat(powerFloat(Number(base), Number(exponent)));
  return inKind(BigInt(base) ** BigInt(exponent), base, exponent);
}
