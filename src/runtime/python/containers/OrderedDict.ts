import type { ReprOf } from "../repr/ReprOf.ts";
import { Dict } from "./Dict.ts";

/** `collections.OrderedDict`: iterates in the order of insertion. */
export class OrderedDict<K, V> extends Dict<K, V> {
  static override readonly typeName: string = "OrderedDict";

  override show(key: ReprOf<K>, value: ReprOf<V>): string {
    const pairs = Array.from(this.entries(), ([k, v]) => `(${key(k)}, ${value(v)})`);
    const { name } = this.constructor;
    return pairs.length === 0 ? `${name}()` : `${name}([${pairs.join(", ")}])`;
  }

  protected override get emptyMessage(): string {
    return "dictionary is empty";
  }

  protected override keysInOrder(): Iterable<K> {
    return this.insertedKeys();
  }

  protected override takeFirstKey(): K {
    return [...this.insertedKeys()].at(-1) as K;
  }

  override copy(): OrderedDict<K, V> {
    const copy = new OrderedDict<K, V>();
    copy.update(this);
    return copy;
  }
}
