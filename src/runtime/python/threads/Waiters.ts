import { within } from "./within.ts";

/** Those who wait for something, in the order in which they came. */
export class Waiters {
  readonly #waiting: (() => void)[] = [];

  /** Waits to be woken, that many seconds at most; whether it was. */
  async wait(seconds: number | null): Promise<boolean> {
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
      this.#waiting.push(resolve);
    });
    if (await within(woken, seconds)) return true;
    const at = this.#waiting.indexOf(wake);
    if (at >= 0) this.#waiting.splice(at, 1);
    return false;
  }

  wakeOne(): void {
    this.#waiting.shift()?.();
  }

  wakeAll(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
