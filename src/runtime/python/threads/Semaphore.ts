import { ValueError } from "../exceptions/ValueError.ts";
import { Waiters } from "./Waiters.ts";

/** `threading.Semaphore`: so many may hold it at once. `BoundedSemaphore` minds that it is not given back more often than taken. */
export class Semaphore {
  #free: number;
  readonly #waiters = new Waiters();

  readonly #most: number;

  constructor(value = 1, isBounded = false) {
    if (value < 0) throw new ValueError("semaphore initial value must be >= 0");
    this.#free = value;
    this.#most = isBounded ? value : Infinity;
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
    if (this.#free >= this.#most) throw new ValueError("Semaphore released too many times");
    this.#free++;
    this.#waiters.wakeOne();
  }

  protected get isHeld(): boolean {
    return this.#free === 0;
  }
}
