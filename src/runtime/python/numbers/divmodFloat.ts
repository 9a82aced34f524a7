import { floorDivideFloat } from "./floorDivideFloat.ts";
import { moduloFloat } from "./moduloFloat.ts";

/** `divmod(a, b)` where one of the two is a float. */
export function divmodFloat(a: number, b: number): [quotient: number, remainder: number] {
  return [floorDivideFloat(a, b), moduloFloat(a, b)];
}
