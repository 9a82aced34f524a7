import { KeyError } from "../exceptions/KeyError.ts";
import { Dict } from "./Dict.ts";

/** `collections.defaultdict`: `getItem` of a key that is not there makes its value, and keeps it. */
export class DefaultDict<K, V> extends Dict<K, V> {
  readonly #make: (() => V) | null;

  constructor(make: (() => V) | null = null, entries: readonly (readonly [K, V])[] = []) {
    super(entries);
    this.#make = make;
  }

  override missing(key: K): V {
    if (this.#make === null) throw new KeyError(key);
    const value = this.#make();
    this.set(key, value);
    return value;
  }
}
