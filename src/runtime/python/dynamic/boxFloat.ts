import { Float } from "../numbers/Float.ts";

/** A float where types are known only when running: a whole one is boxed, so that it is not taken for an int. */
export function boxFloat(x: number): number | Float {
  return Number.isInteger(x) ? new Float(x) : x;
}
