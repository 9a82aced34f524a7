import { zipLongestLazily } from "../itertools/zipLongestLazily.ts";

/** `map(None, a, b, …)`: a list of tuples, as long as the longest, with None for what the others lack. */
export function zipLongest<T extends readonly unknown[]>(
  ...lists: { [I in keyof T]: Iterable<T[I]> }
): { -readonly [I in keyof T]: T[I] | null }[] {
  return [...zipLongestLazily<T, null>(null, ...lists)];
}
