import { PrecisionError } from "../exceptions/PrecisionError.ts";

/** The number itself if it is an integer that is held exactly (below 2^53), else a PrecisionError. Never -0, which no int is. */
export function exactInteger(x: number | bigint): number {
  const number = Number(x);
  if (!Number.isSafeInteger(number)) throw new PrecisionError(x);
  return number + 0;
}
