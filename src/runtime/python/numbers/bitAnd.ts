import { exactInteger } from "./exactInteger.ts";

/** `a & b` of two ints of up to 53 bits. JavaScript's own operator cuts to 32. */
export function bitAnd(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a & b;
  return exactInteger(BigInt(a) & BigInt(b));
}
