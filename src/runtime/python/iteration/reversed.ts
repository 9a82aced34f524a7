import type { Untold } from "../Untold.ts";
/** `reversed(list)`: from the last item to the first, as the list is when each is reached. */
export function* reversed<T = Untold>(list: readonly T[]): Generator<T, undefined> {
  for (let index = list.length - 1; index >= 0; index--) yield list[index] as T;
}
