import { Float } from "../numbers/Float.ts";

/** Whether a number of a type known only when running is a float. */
export const isFloat = (x: unknown): boolean =>
  x instanceof Float || (typeof x === "number" && !Number.isSafeInteger(x));
