import { StopIteration } from "../exceptions/StopIteration.ts";

/** `generator.send(value)`: goes on after the `yield`, which has this value, and gives what is yielded next. */
export function sendTo<T>(generator: Iterable<T>, value: unknown): T {
  const step = (generator as Generator<T, void, unknown>).next(value);
  if (step.done === true) throw new StopIteration();
  return step.value;
}
