import { AsyncLocalStorage } from "node:async_hooks";
import { BaseException } from "../exceptions/BaseException.ts";
import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { SystemExit } from "../exceptions/SystemExit.ts";
import { formatTraceback } from "../logging/formatTraceback.ts";
import { writeStderr } from "../output/writeStderr.ts";
import { within } from "./within.ts";

/** What `threading.Thread` is made from. */
export interface ThreadSettings {
  readonly target?: ((...args: never[]) => unknown) | null;
  readonly args?: readonly unknown[];
  readonly name?: string | null;
}

const running = new AsyncLocalStorage<Thread>();
const alive = new Set<Thread>();
let made = 0;

/**
 * `threading.Thread`: a function that runs beside others. Only one runs at a time, up to where it waits, as under Python's own lock;
 * it runs from `start` on. What it raises is told on standard error and ends it alone.
 */
export class Thread {
  name: string;
  daemon = false;
  readonly #target: ((...args: never[]) => unknown) | null;
  readonly #args: readonly unknown[];
  #end: Promise<void> | null = null;
  #alive = false;

  constructor({ target, args, name }: ThreadSettings = {}) {
    this.name = name ?? `Thread-${++made}`;
    this.#target = target ?? null;
    this.#args = args ?? [];
  }

  /** What it does: a derived class may have another. */
  run(): unknown {
    return this.#target?.(...(this.#args as never[]));
  }

  start(): void {
    if (this.#end !== null) throw new RuntimeError("threads can only be started once");
    this.#alive = true;
    alive.add(this);
    this.#end = running.run(this, () => this.#run());
  }

  async #run(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      if (!(error instanceof SystemExit))
        writeStderr(`Exception in thread ${this.name}:\n${formatTraceback(error)}\n\n`);
    } finally {
      this.#alive = false;
      alive.delete(this);
    }
  }

  /** Waits until it has ended, or that many seconds. */
  async join(timeout: number | null = null): Promise<void> {
    if (this.#end === null) throw new RuntimeError("cannot join thread before it is started");
    await within(this.#end, timeout);
  }

  isAlive(): boolean {
    return this.#alive;
  }

  setDaemon(daemon: boolean): void {
    this.daemon = daemon;
  }

  isDaemon(): boolean {
    return this.daemon;
  }

  setName(name: string): void {
    this.name = name;
  }

  getName(): string {
    return this.name;
  }
}

const main = new Thread({ name: "MainThread" });

/** `threading.current_thread()`. */
export const currentThread = (): Thread => running.getStore() ?? main;

/** `threading.enumerate()`: the main thread and all that have started and not ended. */
export const liveThreads = (): Thread[] => [main, ...alive];
