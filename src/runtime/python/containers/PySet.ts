import type { Keyed } from "./Keyed.ts";
import { KeyError } from "../exceptions/KeyError.ts";
import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { HashOrder } from "../hash/HashOrder.ts";
import { repr } from "../repr/repr.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { isPlainDict } from "./isPlainDict.ts";
import { StoredKeys } from "./StoredKeys.ts";

/**
 * A Python set or frozenset as a Set: equal items are one item (1, 1.0 and True; tuples by their items), and it iterates in
 * the order in which CPython 2.7 does. See Dict, of which all said there holds.
 */
export class PySet<T> extends Set<T> {
  readonly frozen: boolean;
  readonly #keys = new StoredKeys<T>();
  #order = new HashOrder<T>("str");

  /** `set(items)`, and with `frozen` `frozenset(items)`: of a dict its keys. */
  constructor(items?: Keyed<T>, frozen?: boolean);
  constructor(items: Iterable<T>, frozen?: boolean);
  constructor(items: Iterable<T> | Keyed<T> = [], frozen = false) {
    super();
    this.frozen = frozen;
    this.update(items);
  }

  /** `item in s`. A set, which cannot be an item, is looked for as a frozenset. */
  override has(item: unknown): boolean {
    const key: unknown = item instanceof PySet && !item.frozen ? new PySet<unknown>(item, true) : item;
    return super.has(this.#keys.find(key as T));
  }

  override add(item: T): this {
    if (this.has(item)) return this;
    super.add(item);
    this.#keys.added(item);
    this.#order.added(item);
    return this;
  }

  /** `s.discard(item)`. */
  override delete(item: unknown): boolean {
    const found = this.#keys.find(item as T);
    if (!super.delete(found)) return false;
    this.#keys.removed(found);
    this.#order.removed(found);
    return true;
  }

  override clear(): void {
    for (const item of super.values()) this.#keys.removed(item);
    super.clear();
    this.#order = new HashOrder("str");
  }

  /** The items in Python's order. Like Python's own iterator it fails if an item is added or removed meanwhile. */
  override *values(): Generator<T, undefined> {
    const size = this.size;
    for (const item of this.#order.keys() ?? super.values()) {
      yield item;
      if (this.size !== size) throw new RuntimeError("Set changed size during iteration");
    }
  }

  override keys(): Generator<T, undefined> {
    return this.values();
  }

  override *entries(): Generator<[T, T], undefined> {
    for (const item of this.values()) yield [item, item];
  }

  override [Symbol.iterator](): Generator<T, undefined> {
    return this.values();
  }

  override forEach(callback: (value: T, item: T, set: Set<T>) => void): void {
    for (const item of this.values()) callback(item, item, this);
  }

  /** `s.update(items, …)`. */
  update(...others: readonly (Iterable<T> | Keyed<T>)[]): void {
    for (const items of others) this.#take(items);
  }

  /** Another set or a dict, but not one of a class that derives from dict, makes room for all its items first. */
  #take(items: Iterable<T> | Keyed<T>): void {
    const source = items instanceof Map ? items.keys() : (items as Iterable<T>);
    if (!(items instanceof PySet || isPlainDict(items))) {
      for (const item of source) this.add(item);
      return;
    }
    if (items.size === 0 || items === this) return;
    const added: T[] = [];
    for (const item of source) {
      if (this.has(item)) continue;
      super.add(item);
      this.#keys.added(item);
      added.push(item);
    }
    this.#order.merged(added, items.size);
  }

  /** `s.difference_update(items)`, and `s -= other`. */
  differenceUpdate(items: Iterable<T> | Keyed<T>): void {
    if (items === this) return this.clear();
    for (const item of items instanceof Map ? items.keys() : (items as Iterable<T>)) this.delete(item);
    this.#order.compacted();
  }

  /** `s.intersection_update(items)`, and `s &= other`: the table is built anew. */
  intersectionUpdate(items: Iterable<T>): void {
    const kept = this.itemsIn(items);
    this.clear();
    this.update(kept);
  }

  /** The items of both, in the order in which `a & b` adds them: of two sets the smaller one is gone through. */
  itemsIn(items: Iterable<T>): T[] {
    if (items instanceof PySet && items.size > this.size) return [...this].filter((item) => items.has(item));
    return [...items].filter((item) => this.has(item));
  }

  /** `s.symmetric_difference_update(items)`, and `s ^= other`. */
  symmetricDifferenceUpdate(items: Iterable<T> | Keyed<T>): void {
    if (items === this) return this.clear();
    const keys = items instanceof Map ? (items.keys() as Iterable<T>) : (items as Iterable<T>);
    const each = items instanceof PySet || isPlainDict(items) ? keys : new PySet(keys);
    for (const item of each) if (!this.delete(item)) this.add(item);
  }

  /** `s.remove(item)`: a KeyError if it is not there, which shows it as the kind of text that it is. */
  remove(item: unknown, textType?: "unicode"): void {
    if (!this.delete(item)) throw KeyError.ofLookup(item, textType);
  }

  /** `s.pop()`: removes the item that CPython would. */
  pop(): T {
    if (this.size === 0) throw new KeyError("pop from an empty set");
    const item = this.#order.takeFirst() ?? ([...super.values()][0] as T);
    super.delete(item);
    this.#keys.removed(item);
    return item;
  }

  /** `s.copy()`: a frozenset, which nothing changes, is its own. */
  copy(): PySet<T> {
    return this.frozen ? this : new PySet(this);
  }

  [reprMethod](): string {
    return `${this.frozen ? "frozenset" : "set"}([${Array.from(this.values(), repr).join(", ")}])`;
  }
}
