import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import type { Integer } from "./Integer.ts";
import { isLong } from "./isLong.ts";

/** `pow(base, exponent, modulus)` of integers of any size: the remainder has the sign of the modulus. Of ints it is an int. */
export function powerModulo(base: number, exponent: number, modulus: number): number;
export function powerModulo(base: Integer, exponent: Integer, modulus: Integer): Integer;
export function powerModulo(base: Integer, exponent: Integer, modulus: Integer): Integer {
  if (exponent < 0) throw new PyTypeError("pow() 2nd argument cannot be negative when 3rd argument specified");
  const size = BigInt(modulus);
  if (size === 0n) throw new ValueError("pow() 3rd argument cannot be 0");
  let result = 1n % size;
  let factor = BigInt(base) % size;
  for (let left = BigInt(exponent); left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
  }
  if (result !== 0n && result < 0n !== size < 0n) result += size;
  return [base, exponent, modulus].some(isLong) || !Number.isSafeInteger(Number(result)) ? result : Number(result);
}
