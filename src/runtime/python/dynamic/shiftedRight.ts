import type { Operated } from "./Operated.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { bitOperation } from "./bitOperation.ts";

/** `a >> bits` of ints of any size. `textType` is what a TypeError calls a text, and `operator` what it names, `>>=` say. */
export function shiftedRight<A, B>(a: A, bits: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function shiftedRight(a: unknown, bits: unknown, textType: "str" | "unicode" = "str", operator = ">>"): unknown {
  return bitOperation(a, bits, operator, textType, (x, count) => {
    if (count < 0n) throw new ValueError("negative shift count");
    return x >> count;
  });
}
