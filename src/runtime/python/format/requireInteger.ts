import { Float } from "../numbers/Float.ts";
import { cannot } from "../dynamic/cannot.ts";
import { typeName } from "../dynamic/typeName.ts";

/** The integer that `%d` shows of a value: floats are cut toward zero. */
export function requireInteger(x: unknown, conversion: string, textType: "str" | "unicode"): number | bigint {
  if (typeof x === "bigint") return x;
  const number = typeof x === "boolean" || x instanceof Float ? Number(x) : x;
  if (typeof number !== "number" || !Number.isFinite(number)) {
    const shown = conversion === "i" || conversion === "u" ? "d" : conversion;
    throw cannot(x, "%d", () => `%${shown} format: a number is required, not ${typeName(x, textType)}`);
  }
  return Math.trunc(number) + 0;
}
