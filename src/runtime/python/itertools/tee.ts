import type { Untold } from "../Untold.ts";
/** `itertools.tee(items, n)`: iterators that each give all the items. An item is taken when the first of them asks for it. */
export function tee<T = Untold>(items: Iterable<T>, count: 2): [Iterable<T>, Iterable<T>];
export function tee<T = Untold>(items: Iterable<T>, count: 3): [Iterable<T>, Iterable<T>, Iterable<T>];
export function tee<T = Untold>(items: Iterable<T>, count: number): Iterable<T>[];
export function tee<T = Untold>(items: Iterable<T>, count: number): Iterable<T>[] {
  const source = items[Symbol.iterator]();
  const taken: T[] = [];
  function* copy(): Generator<T, undefined> {
    for (let at = 0; ; at++) {
      if (at === taken.length) {
        const { done, value } = source.next();
        if (done === true) return;
        taken.push(value);
      }
      yield taken[at] as T;
    }
  }
  return Array.from({ length: count }, copy);
}
