import { Float } from "../numbers/Float.ts";

/** The number that a value is to Python, a bool being 0 or 1; null for a value that is no number. */
export function asNumber(x: unknown): number | bigint | null {
  if (typeof x === "number" || typeof x === "bigint") return x;
  return typeof x === "boolean" || x instanceof Float ? Number(x) : null;
}
