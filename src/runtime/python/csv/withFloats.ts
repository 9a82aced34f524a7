import { Float } from "../numbers/Float.ts";

/** A record of which every number is a float: a whole one is written `1.0`. */
export const withFloats = (row: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
  new Map(Array.from(row, ([name, value]) => [name, typeof value === "number" ? new Float(value) : value]));
