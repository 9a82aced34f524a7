import { IndexError } from "../exceptions/IndexError.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "../dynamic/typeName.ts";
import { specialMethod } from "./specialMethod.ts";

/** The items of an object of a class with `__iter__`, or with `__getitem__` for 0, 1, 2 … until IndexError; null for any other. */
export function iterateObject(x: unknown): Iterable<unknown> | null {
  const iter = specialMethod(x, "__iter__");
  if (iter !== null) return itemsOf(iter());
  const item = specialMethod(x, "__getitem__");
  return item === null ? null : untilIndexError(item);
}

/** What an `__iter__` gives: an iterator of JavaScript's, or an object with a `next` of Python's. */
function itemsOf(made: unknown): Iterable<unknown> {
  if (typeof made === "object" && made !== null && Symbol.iterator in made) return made as Iterable<unknown>;
  const next = specialMethod(made, "next");
  if (next === null) throw new PyTypeError(`iter() returned non-iterator of type '${typeName(made)}'`);
  return until(StopIteration, next);
}

function untilIndexError(item: (index: number) => unknown): Iterable<unknown> {
  let index = 0;
  return until(IndexError, () => item(index++));
}

/** Asks until an exception says that there is no more. A loop that is left early leaves the rest for the next one. */
function until(end: typeof StopIteration | typeof IndexError, next: () => unknown): IterableIterator<unknown> {
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      try {
        return { done: false, value: next() };
      } catch (error) {
        if (error instanceof end) return { done: true, value: undefined };
        throw error;
      }
    },
  };
}
