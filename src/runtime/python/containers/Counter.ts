import type { ReprOf } from "../repr/ReprOf.ts";
import { Dict } from "./Dict.ts";

/** What a Counter counts: the items of an iterable, or another's counts. */
type Counted<K> = ReadonlyMap<K, number> | Iterable<K>;

/** `collections.Counter`: what is not there counts 0. */
export class Counter<K> extends Dict<K, number> {
  static override readonly typeName: string = "Counter";

  constructor(items?: ReadonlyMap<K, number>);
  constructor(items: Iterable<K>);
  constructor(items: Counted<K> = []) {
    super();
    this.count(items);
  }

  override missing(_key: K): number {
    return 0;
  }

  /** `c.update(items)`: adds their counts. */
  count(items: Counted<K>): void {
    if (!(items instanceof Map)) for (const item of items as Iterable<K>) this.#add(item, 1);
    else if (this.size === 0) this.update(items);
    else for (const [item, count] of items) this.#add(item, count);
  }

  /** `c.subtract(items)`. */
  subtract(items: Counted<K>): void {
    if (items instanceof Map) for (const [item, count] of items) this.#add(item, -count);
    else for (const item of items as Iterable<K>) this.#add(item, -1);
  }

  #add(item: K, count: number): void {
    this.set(item, this.getOr(item, 0) + count);
  }

  /** `c.most_common(n)`: of equal counts those first that iterate first. */
  mostCommon(n: number | null = null): [K, number][] {
    const sorted = [...this.entries()].sort(([, a], [, b]) => b - a);
    return n === null ? sorted : sorted.slice(0, Math.max(n, 0));
  }

  /** `c.elements()`. */
  *elements(): Generator<K, undefined> {
    for (const [item, count] of this.entries()) for (let i = 0; i < count; i++) yield item;
  }

  /** `c + other`; like all that follow it keeps what counts more than 0. */
  plus(other: Counter<K>): Counter<K> {
    return this.#combined(
      other,
      (a, b) => a + b,
      (b) => b,
    );
  }

  /** `c - other`. */
  minus(other: Counter<K>): Counter<K> {
    return this.#combined(
      other,
      (a, b) => a - b,
      (b) => 0 - b,
    );
  }

  /** `c & other`. */
  intersection(other: Counter<K>): Counter<K> {
    return this.#combined(
      other,
      (a, b) => (a < b ? a : b),
      () => 0,
    );
  }

  /** `c | other`. */
  union(other: Counter<K>): Counter<K> {
    return this.#combined(
      other,
      (a, b) => (a < b ? b : a),
      (b) => b,
    );
  }

  #combined(other: Counter<K>, both: (a: number, b: number) => number, alone: (b: number) => number): Counter<K> {
    const made = new Counter<K>();
    const keep = (item: K, count: number): void => {
      if (count > 0) made.set(item, count);
    };
    for (const [item, count] of this.entries()) keep(item, both(count, other.getOr(item, 0)));
    for (const [item, count] of other.entries()) if (!this.has(item)) keep(item, alone(count));
    return made;
  }

  override copy(): Counter<K> {
    return new Counter<K>(this);
  }

  override show(key: ReprOf<K>, value: ReprOf<number>): string {
    const parts = this.mostCommon().map(([item, count]) => `${key(item)}: ${value(count)}`);
    return parts.length === 0 ? "Counter()" : `Counter({${parts.join(", ")}})`;
  }
}
