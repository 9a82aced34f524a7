import { iterate } from "../dynamic/iterate.ts";
import { iterableOr } from "../iteration/iterableOr.ts";
import { join } from "./join.ts";

/** `separator.join(items)` of what is known only when running: JSON, None, or what may be no list. A TypeError for what nothing goes over. */
export function joinAny(separator: string, items: unknown, textType?: "str" | "unicode" | "unicode items"): string {
  return join(separator, iterate(iterableOr(items, "can only join an iterable")), textType);
}
