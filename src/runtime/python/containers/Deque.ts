import { compare } from "../dynamic/compare.ts";
import { equalItems } from "../dynamic/equalItems.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";
import { reprMethod } from "../repr/reprMethod.ts";

/** `collections.deque`; with a `maxlen`, what is added at one end pushes out what is at the other. */
export class Deque<T> {
  readonly maxlen: number | null;
  #items: T[] = [];
  /** How many at the front are gone: taking from there must not move all the others. */
  #gone = 0;
  #changes = 0;

  constructor(items: Iterable<T> = [], maxlen: number | null = null) {
    if (maxlen !== null && maxlen < 0) throw new ValueError("maxlen must be non-negative");
    this.maxlen = maxlen;
    this.extend(items);
  }

  get size(): number {
    return this.#items.length - this.#gone;
  }

  /** Python's `len`, by which an empty one is false. */
  __len__(): number {
    return this.size;
  }

  /** Deques are equal and in order as lists of their items are; undefined for anything else, of which they know nothing. */
  __cmp__(other: unknown): number | undefined {
    return other instanceof Deque ? compare([...this], [...other]) : undefined;
  }

  append(item: T): void {
    this.#changes++;
    this.#items.push(item);
    if (this.maxlen !== null && this.size > this.maxlen) this.popLeft();
  }

  appendLeft(item: T): void {
    this.#changes++;
    if (this.#gone > 0) this.#items[--this.#gone] = item;
    else this.#items.unshift(item);
    if (this.maxlen !== null && this.size > this.maxlen) this.pop();
  }

  extend(items: Iterable<T>): void {
    for (const item of items === this ? [...this] : items) this.append(item);
  }

  extendLeft(items: Iterable<T>): void {
    for (const item of items === this ? [...this] : items) this.appendLeft(item);
  }

  pop(): T {
    if (this.size === 0) throw new IndexError("pop from an empty deque");
    this.#changes++;
    return this.#items.pop() as T;
  }

  popLeft(): T {
    if (this.size === 0) throw new IndexError("pop from an empty deque");
    this.#changes++;
    const item = this.#items[this.#gone++] as T;
    if (this.#gone > 64 && this.#gone * 2 > this.#items.length) this.#compact();
    return item;
  }

  /** `d[index]`. */
  at(index: number): T {
    const at = index < 0 ? index + this.size : index;
    if (at < 0 || at >= this.size) throw new IndexError("deque index out of range");
    return this.#items[this.#gone + at] as T;
  }

  /** To the right, to the left by a negative number. */
  rotate(n = 1): void {
    this.#compact();
    if (this.size < 2) return;
    const by = ((n % this.size) + this.size) % this.size;
    this.#items = [...this.#items.slice(this.size - by), ...this.#items.slice(0, this.size - by)];
    this.#changes++;
  }

  clear(): void {
    this.#items = [];
    this.#gone = 0;
    this.#changes++;
  }

  remove(item: unknown): void {
    this.#compact();
    const at = this.#items.findIndex((own) => equalItems(own, item));
    if (at < 0) throw new ValueError("deque.remove(x): x not in deque");
    this.#items.splice(at, 1);
    this.#changes++;
  }

  count(item: unknown): number {
    return [...this].filter((own) => equalItems(own, item)).length;
  }

  reverse(): void {
    this.#compact();
    this.#items.reverse();
  }

  has(item: unknown): boolean {
    return [...this].some((own) => equalItems(own, item));
  }

  *[Symbol.iterator](): Generator<T, undefined> {
    const changes = this.#changes;
    for (let at = 0; at < this.size; at++) {
      yield this.#items[this.#gone + at] as T;
      if (this.#changes !== changes) throw new RuntimeError("deque mutated during iteration");
    }
  }

  [reprMethod](): string {
    const more = this.maxlen === null ? "" : `, maxlen=${this.maxlen}`;
    return `deque([${Array.from(this, (item) => repr(item)).join(", ")}]${more})`;
  }

  #compact(): void {
    this.#items = this.#items.slice(this.#gone);
    this.#gone = 0;
  }
}
