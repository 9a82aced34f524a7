import { KeyError } from "../exceptions/KeyError.ts";
import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { HashOrder } from "../hash/HashOrder.ts";
import { repr } from "../repr/repr.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import type { ReprOf } from "../repr/ReprOf.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { whileShown } from "../repr/whileShown.ts";
import { StoredKeys } from "./StoredKeys.ts";

/**
 * A Python dict as a Map: equal keys are one key (1, 1.0 and True; tuples by their items), and it iterates in the order in
 * which CPython 2.7 does, which follows the hashes of the keys (64-bit system, hash randomisation off, as by default).
 *
 * The entries are those of a literal, in source order. With keys whose hashes differ from run to run, None or objects, it
 * iterates as they were inserted. `textType` says what text keys are: it matters for the order of keys beyond ASCII.
 */
export class Dict<K, V> extends Map<K, V> {
  /** What an error calls it. */
  static readonly typeName: string = "dict";

  readonly #textType: "str" | "unicode";
  readonly #keys = new StoredKeys<K>();
  #order: HashOrder<K>;

  constructor(entries: readonly (readonly [K, V])[] = [], textType: "str" | "unicode" = "str") {
    super();
    this.#textType = textType;
    this.#order = new HashOrder(textType);
    // A literal of more than five entries makes room for all of them first; what is no literal is made by `dictFromPairs`.
    if (entries.length > 5) this.#order.resized(entries.length);
    for (const [key, value] of entries) this.set(key, value);
  }

  get textType(): "str" | "unicode" {
    return this.#textType;
  }

  override get(key: unknown): V | undefined {
    return super.get(this.#keys.find(key as K));
  }

  override has(key: unknown): boolean {
    return super.has(this.#keys.find(key as K));
  }

  /** Sets the value of a key; one that is there already keeps its first spelling (True or 1). */
  override set(key: K, value: V): this {
    const found = this.#keys.find(key);
    if (super.has(found)) return super.set(found, value);
    super.set(key, value);
    this.#keys.added(key);
    this.#order.added(key);
    return this;
  }

  override delete(key: unknown): boolean {
    const found = this.#keys.find(key as K);
    if (!super.delete(found)) return false;
    this.#keys.removed(found);
    this.#order.removed(found);
    return true;
  }

  override clear(): void {
    for (const key of super.keys()) this.#keys.removed(key);
    super.clear();
    this.#order = new HashOrder(this.textType);
  }

  /** The keys in Python's order. Like Python's own iterator it fails if an entry is added or removed meanwhile. */
  override *keys(): Generator<K, undefined> {
    const size = this.size;
    for (const key of this.keysInOrder()) {
      yield key;
      if (this.size !== size) throw new RuntimeError("dictionary changed size during iteration");
    }
  }

  override *values(): Generator<V, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  override *entries(): Generator<[K, V], undefined> {
    for (const key of this.keys()) {
      const value = super.get(key);
      // Only an iteration that goes on after a change, and so fails, can meet a key without a value.
      if (value !== undefined) yield [key, value];
    }
  }

  override [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries();
  }

  override forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }

  /** `d.update(other)`. Another dict makes room for all its keys first; pairs are set one by one. */
  update(other: ReadonlyMap<K, V> | Iterable<readonly [K, V]>): void {
    if (!(other instanceof Dict)) {
      for (const [key, value] of other) this.set(key, value);
      return;
    }
    const incoming = other.size;
    if (incoming === 0 || other === this) return;
    const added: K[] = [];
    for (const [key, value] of other as Dict<K, V>) {
      const found = this.#keys.find(key);
      if (!super.has(found)) {
        this.#keys.added(key);
        added.push(key);
      }
      super.set(super.has(found) ? found : key, value);
    }
    this.#order.merged(added, incoming);
  }

  /** `d.copy()`, and `dict(d)`. */
  copy(): Dict<K, V> {
    const copy = new Dict<K, V>([], this.textType);
    copy.update(this);
    return copy;
  }

  /** `d.get(key, otherwise)`. */
  getOr<D>(key: unknown, otherwise: D): V | D {
    const value = this.get(key);
    return value === undefined ? otherwise : value;
  }

  /** `d.setdefault(key, value)`: the value that the key has then. */
  setDefault(key: K, value: V): V {
    const present = this.get(key);
    if (present !== undefined) return present;
    this.set(key, value);
    return value;
  }

  /** `d.pop(key[, otherwise])`: removes the key and gives its value; a KeyError if there is neither. */
  pop(key: K): V;
  pop<D>(key: K, otherwise: D): V | D;
  pop(key: K, ...otherwise: unknown[]): unknown {
    const value = this.get(key);
    if (value === undefined) {
      if (otherwise.length > 0) return otherwise[0];
      throw KeyError.ofLookup(key);
    }
    this.delete(key);
    return value;
  }

  /** `d.popitem()`: removes the entry that CPython would. */
  popItem(): [K, V] {
    if (this.size === 0) throw new KeyError(this.emptyMessage);
    const key = this.takeFirstKey();
    const value = super.get(key) as V;
    this.#keys.removed(key);
    super.delete(key);
    return [key, value];
  }

  /** `dict.__getitem__(d, key)`, whatever a class of the program has for `d[key]`. */
  item(key: K): V {
    const value = this.get(key);
    return value === undefined ? this.missing(key) : value;
  }

  /** What `d[key]` does for a key that is not there: what a class of the program does for it, or a KeyError. */
  missing(key: K, keyText?: "unicode"): V {
    const own = specialMethod(this, "__missing__");
    if (own !== null) return own(key) as V;
    throw KeyError.ofLookup(key, keyText);
  }

  [reprMethod](): string {
    return this.show(repr, repr);
  }

  /** `repr(d)`, its keys and values shown by these. */
  show(key: ReprOf<K>, value: ReprOf<V>): string {
    const items = (): string => Array.from(this.entries(), ([k, v]) => `${key(k)}: ${value(v)}`).join(", ");
    return whileShown(this, "{...}", () => `{${items()}}`);
  }

  /** What `popItem` says of a dict that is empty. */
  protected get emptyMessage(): string {
    return "popitem(): dictionary is empty";
  }

  /** The keys as they stand in the hash table. */
  protected keysInOrder(): Iterable<K> {
    return this.#order.keys() ?? this.insertedKeys();
  }

  protected insertedKeys(): Iterable<K> {
    return super.keys();
  }

  /** The key that `popItem` removes; the hash table, if it is what gives the order, has let it go. */
  protected takeFirstKey(): K {
    return this.#order.takeFirst() ?? ([...this.insertedKeys()].at(-1) as K);
  }
}
