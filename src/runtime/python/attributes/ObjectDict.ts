import { Dict } from "../containers/Dict.ts";
import { RuntimeError } from "../exceptions/RuntimeError.ts";
import { attributeKey, attributeName } from "./attributeKey.ts";

/** `object.__dict__` and `vars(object)`: what an object holds itself, apart from its class. A change of the one is one of the other. */
export class ObjectDict<V> extends Dict<string, V> {
  readonly #object: Record<string, V | undefined>;

  constructor(object: object) {
    super();
    this.#object = object as Record<string, V | undefined>;
  }

  #names(): string[] {
    return Object.keys(this.#object)
      .filter((key) => this.#object[key] !== undefined)
      .map(attributeName);
  }

  override get size(): number {
    return this.#names().length;
  }

  override get(key: unknown): V | undefined {
    const own = typeof key === "string" ? attributeKey(key) : "";
    return Object.hasOwn(this.#object, own) ? this.#object[own] : undefined;
  }

  override has(key: unknown): boolean {
    return this.get(key) !== undefined;
  }

  override set(key: string, value: V): this {
    Object.defineProperty(this.#object, attributeKey(key), {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    return this;
  }

  override delete(key: unknown): boolean {
    return this.has(key) && Reflect.deleteProperty(this.#object, attributeKey(key as string));
  }

  override clear(): void {
    for (const name of this.#names()) this.delete(name);
  }

  override *keys(): Generator<string, undefined> {
    const { size } = this;
    for (const key of this.copy().keys()) {
      yield key;
      if (this.size !== size) throw new RuntimeError("dictionary changed size during iteration");
    }
  }

  override *entries(): Generator<[string, V], undefined> {
    for (const key of this.keys()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  override update(other: ReadonlyMap<string, V> | Iterable<readonly [string, V]>): void {
    for (const [key, value] of other) this.set(key, value);
  }

  override copy(): Dict<string, V> {
    const copy = new Dict<string, V>();
    for (const name of this.#names()) copy.set(name, this.get(name) as V);
    return copy;
  }

  override popItem(): [string, V] {
    const [key, value] = this.copy().popItem();
    this.delete(key);
    return [key, value];
  }
}
