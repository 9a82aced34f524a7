import { KeyError } from "../exceptions/KeyError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import type { ReprOf } from "../repr/ReprOf.ts";
import { Dict } from "./Dict.ts";

/** `collections.defaultdict`: `getItem` of a key that is not there makes its value, and keeps it. */
export class DefaultDict<K, V> extends Dict<K, V> {
  static override readonly typeName: string = "collections.defaultdict";

  readonly #make: (() => V) | null;

  readonly #factory: string | null;

  /** `factory` is the `repr` of what makes values, where that is no address: `<type 'int'>`. */
  constructor(make: (() => V) | null = null, factory: string | null = make === null ? "None" : null) {
    super();
    this.#make = make;
    this.#factory = factory;
  }

  override missing(key: K, keyText?: "unicode"): V {
    if (this.#make === null) throw KeyError.ofLookup(key, keyText);
    const value = this.#make();
    this.set(key, value);
    return value;
  }

  override copy(): DefaultDict<K, V> {
    const copy = new DefaultDict<K, V>(this.#make, this.#factory);
    copy.update(this);
    return copy;
  }

  override show(key: ReprOf<K>, value: ReprOf<V>): string {
    if (this.#factory === null)
      throw new UntranslatedError("U0103", "the repr of a defaultdict names the address of its factory");
    return `defaultdict(${this.#factory}, ${super.show(key, value)})`;
  }
}
