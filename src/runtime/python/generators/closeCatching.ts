import { GeneratorExit } from "../exceptions/GeneratorExit.ts";
import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";

/** `generator.close()` of one that has a handler for GeneratorExit: that is raised where it waits, and must end it. */
export function closeCatching(generator: Iterable<unknown>): void {
  let isOver: boolean | undefined;
  try {
    isOver = (generator as Generator<unknown, void>).throw(new GeneratorExit()).done;
  } catch (error) {
    if (error instanceof GeneratorExit || error instanceof StopIteration) return;
    throw error;
  }
  if (isOver !== true) throw new RuntimeError("generator ignored GeneratorExit");
}
