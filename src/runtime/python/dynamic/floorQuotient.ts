import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a // b` of ints of any size: rounds down. `isOfLongs`: one of them is a `long` to Python. */
export function floorQuotient(a: bigint, b: bigint, isOfLongs: boolean = BigInt.asIntN(64, a) !== a): bigint {
  if (b === 0n) {
    const type = isOfLongs ? "long" : "integer";
    throw new ZeroDivisionError(`${type} division or modulo by zero`);
  }
  return a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;
}
