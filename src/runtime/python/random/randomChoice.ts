import { IndexError } from "../exceptions/IndexError.ts";

/** `random.choice(items)`. */
export function randomChoice<T>(items: readonly T[]): T {
  if (items.length === 0) throw new IndexError("list index out of range");
  return items[Math.floor(Math.random() * items.length)] as T;
}
