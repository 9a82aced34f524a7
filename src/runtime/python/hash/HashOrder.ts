import type { Hash } from "./Hash.ts";
import { hashKey } from "./hashKey.ts";
import { HashTable } from "./HashTable.ts";

type Change<K> =
  | { readonly kind: "add" | "remove"; readonly key: K }
  | { readonly kind: "merge"; readonly keys: readonly K[]; readonly incoming: number }
  | { readonly kind: "resize"; readonly minimum: number }
  | { readonly kind: "compact" };

/**
 * The order in which a dict or set iterates, worked out only when it is asked for: until then changes are noted.
 *
 * Once a key has no hash that is the same in each run, the order is unknown: `keys` gives null for good.
 */
export class HashOrder<K> {
  readonly #textType: "str" | "unicode";
  #table: HashTable<K> | null = new HashTable<K>();
  #changes: Change<K>[] = [];

  constructor(textType: "str" | "unicode") {
    this.#textType = textType;
  }

  added(key: K): void {
    this.#note({ kind: "add", key });
  }

  removed(key: K): void {
    this.#note({ kind: "remove", key });
    // A dict that is filled and emptied again and again must not note it all.
    if (this.#changes.length > 64 + 2 * (this.#table?.size ?? 0)) this.#settle();
  }

  merged(keys: readonly K[], incoming: number): void {
    this.#note({ kind: "merge", keys, incoming });
  }

  resized(minimum: number): void {
    this.#note({ kind: "resize", minimum });
  }

  compacted(): void {
    this.#note({ kind: "compact" });
  }

  keys(): Iterable<K> | null {
    return this.#settle()?.keys() ?? null;
  }

  /** The key that `popitem` takes; it is then gone here. Undefined if the order is unknown. */
  takeFirst(): K | undefined {
    return this.#settle()?.takeFirst();
  }

  #note(change: Change<K>): void {
    if (this.#table !== null) this.#changes.push(change);
  }

  #settle(): HashTable<K> | null {
    for (const change of this.#changes) if (this.#table !== null) this.#table = this.#apply(this.#table, change);
    this.#changes = [];
    return this.#table;
  }

  #apply(table: HashTable<K>, change: Change<K>): HashTable<K> | null {
    if (change.kind === "resize") {
      table.resize(change.minimum);
      return table;
    }
    if (change.kind === "compact") {
      table.compact();
      return table;
    }
    if (change.kind === "merge") {
      const hashed: (readonly [K, Hash])[] = [];
      for (const key of change.keys) {
        const hash = hashKey(key, this.#textType);
        if (hash === null) return null;
        hashed.push([key, hash]);
      }
      table.merge(hashed, change.incoming);
      return table;
    }
    const hash = hashKey(change.key, this.#textType);
    if (hash === null) return null;
    table[change.kind](change.key, hash);
    return table;
  }
}
