import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a // b` of ints of any size: rounds down. */
export function floorQuotient(a: bigint, b: bigint): bigint {
  if (b === 0n) {
    const type = BigInt.asIntN(64, a) === a ? "integer" : "long";
    throw new ZeroDivisionError(`${type} division or modulo by zero`);
  }
  return a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;
}
