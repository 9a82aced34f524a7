import { KeyError } from "../exceptions/KeyError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { specialMethod } from "../objects/specialMethod.ts";

/** A dict may know what stands for a key that it does not have. */
interface Mapping extends ReadonlyMap<unknown, unknown> {
  missing?(key: unknown): unknown;
}

function missing(mapping: Mapping, key: string): unknown {
  if (mapping.missing) return mapping.missing(key);
  throw new KeyError(key);
}

/** The right side of `%`, given out one directive after the other: a tuple as an array, or one mapping. */
export class PercentArguments {
  readonly #mapping: ReadonlyMap<unknown, unknown> | null;
  #values: readonly unknown[];
  #taken = 0;

  constructor(given: readonly unknown[] | ReadonlyMap<unknown, unknown>) {
    this.#mapping = given instanceof Map ? given : null;
    this.#values = given instanceof Map ? [given] : [...(given as readonly unknown[])];
  }

  requireMapping(): ReadonlyMap<unknown, unknown> {
    if (this.#mapping === null) throw new PyTypeError("format requires a mapping");
    return this.#mapping;
  }

  /** Looks a key up, as `mapping[key]` does; the directive then takes its value. */
  select(key: string): void {
    const mapping: Mapping = this.requireMapping();
    const own = specialMethod(mapping, "__getitem__");
    const value = own === null ? mapping.get(key) : own(key);
    this.#values = [value === undefined ? missing(mapping, key) : value];
    this.#taken = 0;
  }

  next(): unknown {
    if (this.#taken >= this.#values.length) throw new PyTypeError("not enough arguments for format string");
    return this.#values[this.#taken++];
  }

  /** The number that a `*` stands for. */
  nextCount(): number {
    const given = this.next();
    const count = typeof given === "boolean" ? Number(given) : given;
    if (typeof count !== "number" || !Number.isSafeInteger(count)) throw new PyTypeError("* wants int");
    return count;
  }

  /** All must be used, unless they are a mapping. */
  finish(): void {
    if (this.#mapping === null && this.#taken < this.#values.length) {
      throw new PyTypeError("not all arguments converted during string formatting");
    }
  }
}
