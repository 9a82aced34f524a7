/** Lets a number of jobs run at a time, and one alone where the clock matters. */
export class Gate {
  readonly #permits: number;
  #free: number;
  readonly #waiting: { readonly permits: number; readonly enter: () => void }[] = [];

  constructor(permits: number) {
    this.#permits = permits;
    this.#free = permits;
  }

  /** Beside others. */
  share<T>(job: () => Promise<T>): Promise<T> {
    return this.#run(1, job);
  }

  /** With nothing else inside. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return this.#run(this.#permits, job);
  }

  async #run<T>(permits: number, job: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ permits, enter });
      this.#admit();
    });
    try {
      return await job();
    } finally {
      this.#free += permits;
      this.#admit();
    }
  }

  /** In order of arrival, so that who wants to be alone is not overtaken for ever. */
  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined && next.permits <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= next.permits;
      next.enter();
    }
  }
}
