import { ValueError } from "../exceptions/ValueError.ts";
import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `a >> bits` of integers of any size: rounds down. */
export function longShiftRight(a: Integer, bits: Integer): Integer {
  if (bits < 0) throw new ValueError("negative shift count");
  return settle(BigInt(a) >> BigInt(bits), a, bits);
}
