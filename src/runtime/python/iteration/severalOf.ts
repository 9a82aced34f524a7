import type { Untold } from "../Untold.ts";
import { iterate } from "../dynamic/iterate.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What `max(*items)` compares: the items, and of a single one what it holds itself, for which Python takes it then. */
export function severalOf<T = Untold>(items: readonly T[], name: "max" | "min"): Iterable<T> {
  if (items.length === 0) throw new PyTypeError(`${name} expected 1 arguments, got 0`);
  return items.length === 1 ? (iterate(items[0], "str") as Iterable<T>) : items;
}
