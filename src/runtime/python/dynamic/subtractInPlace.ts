import { PySet } from "../containers/PySet.ts";
import type { Json } from "../json/Json.ts";
import { subtract } from "./subtract.ts";

/** `a -= b`: a set loses the items of `b` itself, wherever else it is held; of all else a new value is made. */
export function subtractInPlace(a: Json, b: Json, textType?: "str" | "unicode"): Json;
export function subtractInPlace(a: unknown, b: unknown, textType?: "str" | "unicode"): unknown;
export function subtractInPlace(a: unknown, b: unknown, textType: "str" | "unicode" = "str"): unknown {
  if (!(a instanceof PySet) || a.frozen || !(b instanceof PySet)) return subtract(a, b, textType, "-=");
  a.differenceUpdate(b);
  return a;
}
