import { typeName } from "./typeName.ts";
import { isPlain } from "./isPlain.ts";

/** `type(a) == type(b)` of values that tell by themselves what they are. Text is all `str`, or all `unicode`. */
export const sameType = (a: unknown, b: unknown): boolean => kindOf(a) === kindOf(b);

function kindOf(x: unknown): unknown {
  const isDict = x instanceof Map;
  return isPlain(x) && !isDict ? typeName(x) : Object(x).constructor;
}
