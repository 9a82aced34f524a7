import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `reduce(f, items, initial)`: without `initial` it starts from the first item, and a TypeError if there is none. */
export function reduce<T, R = T>(f: (total: R, item: T) => R, items: Iterable<T>, ...initial: [R?]): R {
  let total: R | undefined = initial[0];
  let empty = initial.length === 0;
  for (const item of items) {
    total = empty ? (item as unknown as R) : f(total as R, item);
    empty = false;
  }
  if (empty) throw new PyTypeError("reduce() of empty sequence with no initial value");
  return total as R;
}
