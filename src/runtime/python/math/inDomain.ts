import { ValueError } from "../exceptions/ValueError.ts";

/** A function of `math`: where its result is not a number though the arguments are, it is a ValueError. */
export function inDomain(compute: (...x: number[]) => number, ...x: readonly number[]): number {
  const result = compute(...x);
  if (Number.isNaN(result) && !x.some(Number.isNaN)) throw new ValueError("math domain error");
  return result;
}
