import type { Operated } from "./Operated.ts";
import { add } from "./add.ts";
import { iterate } from "./iterate.ts";

/** `a += b`: a list takes the items of `b` itself, wherever else it is held; of all else a new value is made. */
export function addInPlace<A, B>(a: A, b: B, textType?: "str" | "unicode"): Operated<A, B>;
export function addInPlace(a: unknown, b: unknown, textType: "str" | "unicode" = "str"): unknown {
  if (!Array.isArray(a)) return add(a, b, textType, "+=");
  // `a += a` goes over what is there now.
  const items = [...iterate(b, textType)];
  for (const item of items) a.push(item);
  return a;
}
