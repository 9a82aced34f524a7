import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { compare } from "./compare.ts";

/** `cmp(a, b)` of what may be a NaN, which Python orders by its address: -1, 0 or 1. */
export function compareAll(a: unknown, b: unknown): number {
  const order = compare(a, b);
  if (Number.isNaN(order)) throw new UntranslatedError("U0103", "the order of a NaN, by its address");
  return order;
}
