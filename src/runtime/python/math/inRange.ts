import { OverflowError } from "../exceptions/OverflowError.ts";
import { inDomain } from "./inDomain.ts";

/** The same of a function that grows beyond any float: an OverflowError where numbers give infinity. */
export function inRange(compute: (...x: number[]) => number, ...x: readonly number[]): number {
  const result = inDomain(compute, ...x);
  if (!Number.isFinite(result) && x.every(Number.isFinite)) throw new OverflowError("math range error");
  return result;
}
