import type { Operated } from "./Operated.ts";
import { PySet } from "../containers/PySet.ts";
import { subtract } from "./subtract.ts";

/** `a -= b`: a set loses the items of `b` itself, wherever else it is held; of all else a new value is made. */
export function subtractInPlace<A, B>(a: A, b: B, textType?: "str" | "unicode"): Operated<A, B>;
export function subtractInPlace(a: unknown, b: unknown, textType: "str" | "unicode" = "str"): unknown {
  if (!(a instanceof PySet) || a.frozen || !(b instanceof PySet)) return subtract(a, b, textType, "-=");
  a.differenceUpdate(b);
  return a;
}
