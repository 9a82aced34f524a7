import { Float } from "../numbers/Float.ts";
import { cannot } from "../dynamic/cannot.ts";
import { typeName } from "../dynamic/typeName.ts";

/** The float that `%f` shows of a value. */
export function requireFloat(x: unknown, textType: "str" | "unicode"): number {
  if (typeof x === "number") return x;
  if (typeof x === "boolean" || x instanceof Float) return Number(x);
  if (typeof x === "bigint" && Number.isFinite(Number(x))) return Number(x);
  throw cannot(x, "%f", () => `float argument required, not ${typeName(x, textType)}`);
}
