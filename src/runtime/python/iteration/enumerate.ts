import type { Untold } from "../Untold.ts";
import { remaining } from "./remaining.ts";

/** `enumerate(items, start)`: each item with its number. */
export function* enumerate<T = Untold>(items: Iterable<T>, start = 0): Generator<[index: number, item: T], undefined> {
  let index = start;
  for (const item of remaining(items)) yield [index++, item];
}
