import { union } from "../containers/union.ts";
import { PySet } from "../containers/PySet.ts";
import type { Json } from "../json/Json.ts";
import { bitOperation } from "./bitOperation.ts";

/** `a | b`: of ints, of bools, which give a bool, or of sets. `operator` is what a TypeError names, `|=` say. */
export function bitwiseOr(a: Json, b: Json, operator?: string): Json;
export function bitwiseOr(a: unknown, b: unknown, operator?: string): unknown;
export function bitwiseOr(a: unknown, b: unknown, operator = "|"): unknown {
  if (a instanceof PySet && b instanceof PySet) return union(a, b);
  const bits = bitOperation(a, b, operator, (x, y) => x | y);
  return typeof a === "boolean" && typeof b === "boolean" ? bits === 1 : bits;
}
