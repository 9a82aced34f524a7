import { ValueError } from "../exceptions/ValueError.ts";

/** `a >> bits`: not cut to 32 bits as JavaScript's; rounds down. */
export function shiftRight(a: number, bits: number): number {
  if (bits < 0) throw new ValueError("negative shift count");
  // By -1 or 0 from 53 bits on; 2 ** 1024 would be Infinity.
  return Math.floor(a / 2 ** Math.min(bits, 64)) + 0;
}
