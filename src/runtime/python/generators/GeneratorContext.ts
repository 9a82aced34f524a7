import { RuntimeError } from "../exceptions/RuntimeError.ts";

/** contextlib.contextmanager: what a generator does before and after its one `yield`, for a `with` statement. */
export class GeneratorContext<T> {
  readonly #generator: Generator<T, void>;

  constructor(generator: Iterable<T>) {
    this.#generator = generator as Generator<T, void>;
  }

  __enter__(): T {
    const step = this.#generator.next();
    if (step.done === true) throw new RuntimeError("generator didn't yield");
    return step.value;
  }

  /** The error is raised at the `yield`: true where the generator ends without raising it again. */
  __exit__(_class: unknown, error: unknown, _traceback: unknown): boolean {
    if (error === null) {
      if (this.#generator.next().done !== true) throw new RuntimeError("generator didn't stop");
      return false;
    }
    try {
      if (this.#generator.throw(error).done === true) return true;
    } catch (raised) {
      if (raised !== error) throw raised;
      return false;
    }
    throw new RuntimeError("generator didn't stop after throw()");
  }
}
