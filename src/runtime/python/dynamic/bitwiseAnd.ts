import type { Operated } from "./Operated.ts";
import { intersection } from "../containers/intersection.ts";
import { PySet } from "../containers/PySet.ts";
import { bitOperation } from "./bitOperation.ts";

/** `a & b`: of ints, of bools, which give a bool, or of sets. `textType` is what a TypeError calls a text, and `operator` what it names, `&=` say. */
export function bitwiseAnd<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function bitwiseAnd(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "&"): unknown {
  if (a instanceof PySet && b instanceof PySet) return intersection(a, b);
  const bits = bitOperation(a, b, operator, textType, (x, y) => x & y);
  return typeof a === "boolean" && typeof b === "boolean" ? bits === 1 : bits;
}
