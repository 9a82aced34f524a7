import { itemAt } from "../text/itemAt.ts";
import type { BaseException } from "./BaseException.ts";

/** `e[index]`: an item of what an exception was made from, or a character of the text that stands in the place of one. */
export function exceptionItem(value: string | BaseException, index: number): unknown {
  return typeof value === "string" ? itemAt(value, index) : itemAt(value.args, index, "tuple");
}
