import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a list: `[1, 2]`. */
export function reprList<T>(item: ReprOf<T>): ReprOf<readonly T[]> {
  return (list) => `[${list.map((value) => item(value)).join(", ")}]`;
}
