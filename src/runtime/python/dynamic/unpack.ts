import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { iterate } from "./iterate.ts";
import { remaining } from "../iteration/remaining.ts";

/** The `count` items of a value that is unpacked, `a, b = x`; a ValueError for more or fewer. */
export function unpack<T = Untold>(x: Iterable<T> & object, count: number): T[];
export function unpack(x: unknown, count: number): unknown[];
export function unpack(x: unknown, count: number): unknown[] {
  const items: unknown[] = [];
  for (const item of remaining(iterate(x))) {
    if (items.length === count) throw new ValueError("too many values to unpack");
    items.push(item);
  }
  if (items.length < count) {
    throw new ValueError(`need more than ${items.length} value${items.length === 1 ? "" : "s"} to unpack`);
  }
  return items;
}
