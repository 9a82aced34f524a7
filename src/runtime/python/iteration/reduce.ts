import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `reduce(f, items, initial)`: without `initial` it starts from the first item, and a TypeError if there is none. */
export function reduce<T, R>(f: (total: R, item: T) => R, items: Iterable<T>, initial: R): R;
export function reduce<T, R = T>(f: (total: T | R, item: T) => R, items: Iterable<T>): T | R;
export function reduce<T, R>(f: (total: T | R, item: T) => R, items: Iterable<T>, ...initial: [R?]): T | R {
  const iterator = items[Symbol.iterator]();
  let total: T | R;
  if (initial.length > 0) {
    total = initial[0] as R;
  } else {
    const first = iterator.next();
    if (first.done === true) throw new PyTypeError("reduce() of empty sequence with no initial value");
    total = first.value;
  }
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) total = f(total, next.value);
  return total;
}
