import { ValueError } from "../exceptions/ValueError.ts";
import { shuffle } from "./shuffle.ts";

/** `random.sample(items, count)`: that many of them, each at most once. */
export function randomSample<T>(items: readonly T[], count: number): T[] {
  if (!(count >= 0 && count <= items.length)) throw new ValueError("sample larger than population");
  const shuffled = [...items];
  shuffle(shuffled);
  return shuffled.slice(0, count);
}
