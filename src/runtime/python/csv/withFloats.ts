import { Float } from "../numbers/Float.ts";

/** A record of which every number is a float, or those under the names that are given: a whole one is written `1.0`. */
export const withFloats = (
  row: ReadonlyMap<string, unknown>,
  names?: readonly string[],
): ReadonlyMap<string, unknown> => {
  const isFloat = (name: string, value: unknown): value is number =>
    typeof value === "number" && (names?.includes(name) ?? true);
  return new Map(Array.from(row, ([name, value]) => [name, isFloat(name, value) ? new Float(value) : value]));
};
