import type { Hash } from "./Hash.ts";

/** The low 64 bits of a number as a hash. -1 means an error to CPython, so that no value hashes to it: it becomes -2. */
export function hashFromBigInt(x: bigint): Hash {
  const bits = BigInt.asIntN(64, x) === -1n ? 0xfffffffffffffffen : BigInt.asUintN(64, x);
  return { high: Number(bits >> 32n), low: Number(bits & 0xffffffffn) };
}
