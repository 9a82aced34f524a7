import type { Json } from "../json/Json.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { bitOperation } from "./bitOperation.ts";

/** `a << bits` of ints of any size. `operator` is what a TypeError names, `<<=` say. */
export function shiftedLeft(a: Json, bits: Json, operator?: string): Json;
export function shiftedLeft(a: unknown, bits: unknown, operator?: string): unknown;
export function shiftedLeft(a: unknown, bits: unknown, operator = "<<"): unknown {
  return bitOperation(a, bits, operator, (x, count) => {
    if (count < 0n) throw new ValueError("negative shift count");
    return x << count;
  });
}
