import { bool, int } from "../analysis/types.ts";
import { call, id, member } from "../emit/build.ts";
import { type Entry, fn } from "./entry.ts";

/** Methods of `int`, `long` and `bool`. */
export const integerMethods: Readonly<Record<string, Entry>> = {
  bit_length: fn("", int, (c) => call(c.runtime("python", "bitLength"), [c.receiverTs])),
};

/** Methods of `float`. */
export const floatMethods: Readonly<Record<string, Entry>> = {
  is_integer: fn("", bool, (c) => call(member(id("Number"), "isInteger"), [c.receiverTs])),
};
