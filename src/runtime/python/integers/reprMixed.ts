import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { toldApart } from "./toldApart.ts";

/** `repr` of an integer that may be a `long` though it is small. */
export function reprMixed(x: Integer): string {
  return `${String(toldApart(x))}${isLong(x) ? "L" : ""}`;
}
