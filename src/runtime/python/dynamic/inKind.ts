import type { Integer } from "../integers/Integer.ts";
import { isLong } from "../integers/isLong.ts";
import { settle } from "../integers/settle.ts";
import { shrink } from "./shrink.ts";

/** What an operator makes of two integers: a `long` where one of them is, else an int, as a number if that holds it. */
export function inKind(result: bigint, a: Integer, b: Integer): Integer {
  return isLong(a) || isLong(b) ? settle(result, a, b) : shrink(result);
}
