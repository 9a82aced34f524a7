import type { Json } from "../json/Json.ts";
import { multiply } from "./multiply.ts";

/** `a *= b`: a list is repeated itself, wherever else it is held; of all else a new value is made. */
export function multiplyInPlace(a: Json, b: Json, textType?: "str" | "unicode"): Json;
export function multiplyInPlace<T>(a: T[], b: number): T[];
export function multiplyInPlace(a: unknown, b: unknown, textType?: "str" | "unicode"): unknown;
export function multiplyInPlace(a: unknown, b: unknown, textType: "str" | "unicode" = "str"): unknown {
  const product = multiply(a, b, textType, "*=");
  if (!Array.isArray(a) || !Array.isArray(product)) return product;
  a.length = 0;
  for (const item of product as unknown[]) a.push(item);
  return a;
}
