import type { ReprOf } from "./ReprOf.ts";
import { whileShown } from "./whileShown.ts";

/** `repr` of a list: `[1, 2]`. */
export function reprList<T>(item: ReprOf<T>): ReprOf<readonly T[]> {
  return (list) => whileShown(list, "[...]", () => `[${list.map((value) => item(value)).join(", ")}]`);
}
