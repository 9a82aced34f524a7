import { ValueError } from "../exceptions/ValueError.ts";
import { Empty, Full } from "./queueErrors.ts";
import { Waiters } from "./Waiters.ts";

/** `Queue.Queue(size)`: what is put in first comes out first; a size of 0 has no end. */
export class Queue<T> {
  protected readonly items: T[] = [];
  readonly #size: number;
  #unfinished = 0;
  readonly #getters = new Waiters();
  readonly #putters = new Waiters();
  readonly #joiners = new Waiters();

  constructor(size = 0) {
    this.#size = size;
  }

  qsize(): number {
    return this.items.length;
  }

  empty(): boolean {
    return this.items.length === 0;
  }

  full(): boolean {
    return this.#size > 0 && this.items.length >= this.#size;
  }

  /** Waits for an item, that many seconds at most; Empty where there is none. */
  async get(block = true, timeout: number | null = null): Promise<T> {
    if (block && timeout !== null && timeout < 0) throw new ValueError("'timeout' must be a non-negative number");
    while (block && this.empty()) if (!(await this.#getters.wait(timeout))) break;
    return this.getNowait();
  }

  getNowait(): T {
    if (this.empty()) throw new Empty();
    const item = this.take();
    this.#putters.wakeOne();
    return item;
  }

  /** Where an item goes. */
  protected add(item: T): void {
    this.items.push(item);
  }

  /** Which item is next. */
  protected take(): T {
    return this.items.shift() as T;
  }

  /** Waits for room, that many seconds at most; Full where there is none. */
  async put(item: T, block = true, timeout: number | null = null): Promise<void> {
    if (block && timeout !== null && timeout < 0) throw new ValueError("'timeout' must be a non-negative number");
    while (block && this.full()) if (!(await this.#putters.wait(timeout))) break;
    this.putNowait(item);
  }

  putNowait(item: T): void {
    if (this.full()) throw new Full();
    this.add(item);
    this.#unfinished++;
    this.#getters.wakeOne();
  }

  /** An item that was got is done with. */
  taskDone(): void {
    if (this.#unfinished === 0) throw new ValueError("task_done() called too many times");
    if (--this.#unfinished === 0) this.#joiners.wakeAll();
  }

  /** Waits until all that was put is done with. */
  async join(): Promise<void> {
    while (this.#unfinished > 0) await this.#joiners.wait(null);
  }
}

/** `Queue.LifoQueue`: what is put in last comes out first. */
export class LifoQueue<T> extends Queue<T> {
  protected override take(): T {
    return this.items.pop() as T;
  }
}
