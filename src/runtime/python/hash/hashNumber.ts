import type { Hash } from "./Hash.ts";
import { hashFromBigInt } from "./hashFromBigInt.ts";

/** The hash of an int, long or float: equal numbers hash alike (int_hash, long_hash, _Py_HashDouble). */
export function hashNumber(x: number | bigint): Hash {
  if (Number.isSafeInteger(x) && x !== -1) {
    const integer = Number(x);
    return { high: Math.floor(integer / 0x100000000) >>> 0, low: integer >>> 0 };
  }
  if (typeof x === "bigint" || Number.isInteger(x)) return hashInteger(BigInt(x));
  if (Number.isNaN(x)) return hashFromBigInt(0n);
  if (!Number.isFinite(x)) return hashFromBigInt(x > 0 ? 314159n : -271828n);
  const { mantissa, exponent } = split(x);
  const high = Math.trunc(mantissa * 2 ** 31);
  const low = Math.trunc((mantissa * 2 ** 31 - high) * 2 ** 31);
  return hashFromBigInt(BigInt(high) + BigInt(low) + (BigInt(exponent) << 15n));
}

/** An int is its own hash; of a long the digits are added up with the carry going round, which is modulo 2^64 - 1. */
function hashInteger(x: bigint): Hash {
  if (BigInt.asIntN(64, x) === x) return hashFromBigInt(x);
  const magnitude = x < 0n ? -x : x;
  const folded = magnitude % 0xffffffffffffffffn || 0xffffffffffffffffn;
  return hashFromBigInt(x < 0n ? -folded : folded);
}

/** C's frexp: x as mantissa * 2^exponent with 0.5 <= |mantissa| < 1. */
function split(x: number): { mantissa: number; exponent: number } {
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  // In two steps, as 2^1074 is no number.
  let mantissa = x * 2 ** Math.floor(-exponent / 2) * 2 ** Math.ceil(-exponent / 2);
  for (; Math.abs(mantissa) < 0.5; exponent--) mantissa *= 2;
  for (; Math.abs(mantissa) >= 1; exponent++) mantissa /= 2;
  return { mantissa, exponent };
}
