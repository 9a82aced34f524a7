import { floorDivide } from "./floorDivide.ts";
import { modulo } from "./modulo.ts";

/** `divmod(a, b)` of two ints: quotient, rounded down, and remainder. */
export function divmod(a: number, b: number): [quotient: number, remainder: number] {
  return [floorDivide(a, b), modulo(a, b)];
}
