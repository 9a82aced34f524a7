import { RuntimeError } from "../exceptions/RuntimeError.ts";

/** contextlib.contextmanager of a generator that waits. */
export class AsyncGeneratorContext<T> {
  readonly #generator: AsyncGenerator<T, void>;

  constructor(generator: AsyncIterable<T>) {
    this.#generator = generator as AsyncGenerator<T, void>;
  }

  async __enter__(): Promise<T> {
    const step = await this.#generator.next();
    if (step.done === true) throw new RuntimeError("generator didn't yield");
    return step.value;
  }

  /** The error is raised at the `yield`: true where the generator ends without raising it again. */
  async __exit__(_class: unknown, error: unknown, _traceback: unknown): Promise<boolean> {
    if (error === null) {
      if ((await this.#generator.next()).done !== true) throw new RuntimeError("generator didn't stop");
      return false;
    }
    try {
      if ((await this.#generator.throw(error)).done === true) return true;
    } catch (raised) {
      if (raised !== error) throw raised;
      return false;
    }
    throw new RuntimeError("generator didn't stop after throw()");
  }
}
