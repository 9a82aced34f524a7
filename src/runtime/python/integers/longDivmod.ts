import type { Integer } from "./Integer.ts";
import { longDivide } from "./longDivide.ts";
import { longModulo } from "./longModulo.ts";

/** `divmod(a, b)` of integers of any size. */
export function longDivmod(a: Integer, b: Integer): [Integer, Integer] {
  return [longDivide(a, b), longModulo(a, b)];
}
