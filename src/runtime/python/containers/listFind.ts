import { equalItems } from "../dynamic/equalItems.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";

/** `list.index(item)`: where the first equal item stands. `show` is the repr of the item that the ValueError shows. */
export function listFind<T>(
  list: readonly unknown[],
  item: T,
  type: "list" | "tuple" = "list",
  show: (item: T) => string = repr,
): number {
  const at = list.findIndex((candidate) => equalItems(candidate, item));
  if (at < 0) throw new ValueError(type === "list" ? `${show(item)} is not in list` : "tuple.index(x): x not in tuple");
  return at;
}
