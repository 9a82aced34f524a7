import { Thread } from "./Thread.ts";
import { ThreadEvent } from "./ThreadEvent.ts";

/** `threading.Timer`: a thread that calls a function after so many seconds, unless it is cancelled before. */
export class Timer extends Thread {
  readonly #seconds: number;
  readonly #function: () => unknown;
  readonly #finished = new ThreadEvent();

  constructor(seconds: number, function_: () => unknown) {
    super();
    this.#seconds = seconds;
    this.#function = function_;
  }

  override async run(): Promise<void> {
    await this.#finished.wait(this.#seconds);
    if (!this.#finished.isSet()) await this.#function();
    this.#finished.set();
  }

  cancel(): void {
    this.#finished.set();
  }
}
