import type { Untold } from "../Untold.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";
import { isFresh } from "./tellStart.ts";

/**
 * `generator.send(value)`: goes on after the `yield`, which has this value, and gives what is yielded next. A generator that has not come
 * to a `yield` yet takes nothing but None: a TypeError, where its function is one of those that tell.
 */
export function sendTo<T = Untold>(generator: Iterable<T>, value: unknown): T {
  if (value !== null && isFresh(generator))
    throw new PyTypeError("can't send non-None value to a just-started generator");
  const step = (generator as Generator<T, void, unknown>).next(value);
  if (step.done === true) throw new StopIteration();
  return step.value;
}
