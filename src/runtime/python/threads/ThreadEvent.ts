import { Waiters } from "./Waiters.ts";

/** `threading.Event()`: those who wait go on when it is set. */
export class ThreadEvent {
  #set = false;
  readonly #waiters = new Waiters();

  isSet(): boolean {
    return this.#set;
  }

  set(): void {
    this.#set = true;
    this.#waiters.wakeAll();
  }

  clear(): void {
    this.#set = false;
  }

  /** Waits until it is set, that many seconds at most; whether it is. */
  async wait(timeout: number | null = null): Promise<boolean> {
    if (!this.#set) await this.#waiters.wait(timeout);
    return this.#set;
  }
}
