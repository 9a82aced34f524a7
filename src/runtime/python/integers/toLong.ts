import { noteKind } from "./kindOfSize.ts";

/** `long(x)` of a whole number, which may be beyond what a number holds. */
export function toLong(x: number | bigint): bigint {
  const result = BigInt(x);
  noteKind(result, "long");
  return result;
}
