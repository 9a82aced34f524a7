import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { currentThread, type Thread } from "./Thread.ts";
import { Semaphore } from "./Semaphore.ts";
import { ThreadError } from "./ThreadError.ts";

/** `threading.Lock()`. */
export class Lock extends Semaphore {
  constructor() {
    super(1);
  }

  override release(): void {
    if (!this.isHeld) throw new ThreadError("release unlocked lock");
    super.release();
  }

  locked(): boolean {
    return this.isHeld;
  }
}

/** `threading.RLock()`: who holds it may take it again. */
export class RLock {
  readonly #lock = new Lock();
  #owner: Thread | null = null;
  #times = 0;

  async acquire(blocking = true): Promise<boolean> {
    const me = currentThread();
    if (this.#owner !== me) {
      if (!(await this.#lock.acquire(blocking))) return false;
      this.#owner = me;
    }
    this.#times++;
    return true;
  }

  release(): void {
    if (this.#owner !== currentThread()) throw new RuntimeError("cannot release un-acquired lock");
    if (--this.#times > 0) return;
    this.#owner = null;
    this.#lock.release();
  }
}
