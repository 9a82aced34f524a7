import { canonicalKey } from "./canonicalKey.ts";

/**
 * Finds the key under which a Map or Set holds an entry: for a key that JavaScript would not find (a tuple, True beside 1),
 * the equal key that was stored first.
 */
export class StoredKeys<K> {
  /** Canonical form to stored key, where the two differ. */
  #stored: Map<unknown, K> | null = null;
  /** The key that was looked up last: what is done with it then does not ask for its hash again. */
  #last: { readonly key: unknown; readonly canonical: unknown } | null = null;

  find(key: K): K {
    if (typeof key === "string" || (this.#stored === null && typeof key === "number")) return key;
    const canonical = canonicalKey(key);
    if (typeof key === "object") this.#last = { key, canonical };
    const stored = this.#stored?.get(canonical);
    if (stored !== undefined) return stored;
    // A key of the plain kind, such as the 1 that True finds, is stored as itself.
    return typeof key === "number" || typeof canonical === "string" ? key : (canonical as K);
  }

  /** To be told of each key that is added, before anything is looked up again. */
  added(key: K): void {
    if (typeof key === "string" || typeof key === "number") return;
    const canonical = this.#canonical(key);
    if (canonical !== key) (this.#stored ??= new Map()).set(canonical, key);
  }

  removed(key: K): void {
    if (this.#stored !== null) this.#stored.delete(this.#canonical(key));
  }

  #canonical(key: K): unknown {
    const last = this.#last;
    this.#last = null;
    return last !== null && last.key === key ? last.canonical : canonicalKey(key);
  }
}
