import type { Deque } from "../containers/Deque.ts";
import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a deque: `deque([1, 2], maxlen=3)`. */
export function reprDeque<T>(item: ReprOf<T>): ReprOf<Deque<T>> {
  return (deque) =>
    `deque([${Array.from(deque, item).join(", ")}]${deque.maxlen === null ? "" : `, maxlen=${deque.maxlen}`})`;
}
