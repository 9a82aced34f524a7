import { operated } from "../objects/operated.ts";

/** `sum(items, start)` of objects that say what `+` gives: each item is added to what has come so far. */
export function sumObjects(items: Iterable<unknown>, start: unknown = 0): unknown {
  let total = start;
  for (const item of items) {
    total =
      typeof total === "number" && typeof item === "number"
        ? total + item
        : operated(total, item, "__add__", "__radd__", "+");
  }
  return total;
}
