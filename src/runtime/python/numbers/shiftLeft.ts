import { ValueError } from "../exceptions/ValueError.ts";
import { exactInteger } from "./exactInteger.ts";

/** `a << bits`: not cut to 32 bits as JavaScript's. */
export function shiftLeft(a: number, bits: number): number {
  if (bits < 0) throw new ValueError("negative shift count");
  return a === 0 ? 0 : exactInteger(a * 2 ** bits);
}
