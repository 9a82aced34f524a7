import type { Untold } from "../Untold.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";

/** `generator.throw(error)`: raises it where the generator waits, and gives what is yielded next. */
export function throwInto<T = Untold>(generator: Iterable<T>, error: unknown): T {
  const step = (generator as Generator<T, void>).throw(error);
  if (step.done === true) throw new StopIteration();
  return step.value;
}
