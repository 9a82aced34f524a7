import type { Untold } from "../Untold.ts";
import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";

/** `next(iterator, otherwise)`: the next item; at the end `otherwise`, or a StopIteration. */
export function nextItem<T = Untold>(iterator: Iterable<T>): T;
export function nextItem<T, D>(iterator: Iterable<T>, otherwise: D): T | D;
export function nextItem<T = Untold>(iterator: Iterable<T>, ...otherwise: unknown[]): unknown {
  if (!("next" in iterator) || typeof iterator.next !== "function")
    throw new PyTypeError(`${typeName(iterator)} object is not an iterator`);
  const step = iterator.next() as IteratorResult<T>;
  if (step.done !== true) return step.value;
  if (otherwise.length > 0) return otherwise[0];
  throw new StopIteration();
}
