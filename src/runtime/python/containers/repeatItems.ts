import type { Untold } from "../Untold.ts";
/** `list * count`: a new list of the same items over and over, empty for a count below one. */
export function repeatItems<T = Untold>(items: readonly T[], count: number): T[] {
  return Array.from({ length: Math.max(0, items.length * count) }, (_, i) => items[i % items.length] as T);
}
