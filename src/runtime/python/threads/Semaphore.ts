import { ValueError } from "../exceptions/ValueError.ts";
import { Waiters } from "./Waiters.ts";

/** `threading.Semaphore`: so many may hold it at once. */
export class Semaphore {
  #free: number;
  readonly #waiters = new Waiters();

  constructor(value = 1) {
    if (value < 0) throw new ValueError("semaphore initial value must be >= 0");
    this.#free = value;
  }

  /** Waits until it is free, unless it must not block; whether it is held then. */
  async acquire(blocking = true): Promise<boolean> {
    while (this.#free === 0) {
      if (!blocking) return false;
      await this.#waiters.wait(null);
    }
    this.#free--;
    return true;
  }

  release(): void {
    this.#free++;
    this.#waiters.wakeOne();
  }

  protected get isHeld(): boolean {
    return this.#free === 0;
  }
}
