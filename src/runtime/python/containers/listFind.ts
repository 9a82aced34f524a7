import { equals } from "../dynamic/equals.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";

/** `list.index(item)`: where the first equal item stands. */
export function listFind(list: readonly unknown[], item: unknown, type: "list" | "tuple" = "list"): number {
  const at = list.findIndex((candidate) => candidate === item || equals(candidate, item));
  if (at < 0) throw new ValueError(type === "list" ? `${repr(item)} is not in list` : "tuple.index(x): x not in tuple");
  return at;
}
