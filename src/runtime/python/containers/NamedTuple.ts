import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { repr } from "../repr/repr.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { OrderedDict } from "./OrderedDict.ts";

/** What an object has beside its fields. */
interface NamedTupleMethods {
  /** `p._asdict()`. */
  asDict(): OrderedDict<string, this extends readonly (infer Item)[] ? Item : unknown>;
  /** `p._replace(x=1)`. */
  replaced(changes: Readonly<Record<string, unknown>>): this;
}

interface NamedTupleClass {
  new <T extends readonly unknown[]>(...items: T): T & NamedTupleMethods;
  /** The names of its fields, in order. */
  readonly fields: readonly string[];
  /** How `repr` shows each, where that is not seen from the value: a whole float. */
  readonly shows: readonly ((item: never) => string)[];
  /** What it calls itself. */
  readonly typename: string;
  /** `Point._make(items)`. */
  make<C extends abstract new (...items: never) => unknown>(this: C, items: Iterable<unknown>): InstanceType<C>;
  /** The items of `Point(*items)`, as many as there are fields. */
  argumentsFrom<C extends abstract new (...items: never) => unknown>(
    this: C,
    given: Iterable<unknown>,
  ): ConstructorParameters<C>;
}

class NamedTupleBase extends Array<unknown> {
  static readonly fields: readonly string[] = [];
  static readonly shows: readonly ((item: never) => string)[] = [];

  /** Parts and joined tuples are plain ones. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  static get typename(): string {
    return this.name;
  }

  static make(items: Iterable<unknown>): NamedTupleBase {
    const given = [...items];
    const expected = this.fields.length;
    if (given.length !== expected) throw new PyTypeError(`Expected ${expected} arguments, got ${given.length}`);
    // As `tuple.__new__`: a class that derives from this one and is made otherwise is not asked.
    return Reflect.construct(NamedTupleBase, given, this) as NamedTupleBase;
  }

  static argumentsFrom(items: Iterable<unknown>): readonly unknown[] {
    const given = [...items];
    const expected = this.fields.length + 1;
    if (given.length + 1 !== expected)
      throw new PyTypeError(
        `__new__() takes exactly ${expected} argument${expected === 1 ? "" : "s"} (${given.length + 1} given)`,
      );
    return given;
  }

  constructor(...items: unknown[]) {
    super();
    this.push(...items);
  }

  get #class(): typeof NamedTupleBase {
    return this.constructor as typeof NamedTupleBase;
  }

  asDict(): OrderedDict<string, unknown> {
    return new OrderedDict(this.#class.fields.map((field, i) => [field, this[i]] as const));
  }

  replaced(changes: Readonly<Record<string, unknown>>): NamedTupleBase {
    const { fields } = this.#class;
    return this.#class.make(fields.map((field, i) => (Object.hasOwn(changes, field) ? changes[field] : this[i])));
  }

  /** `Point(x=1, y=2)`. */
  [reprMethod](): string {
    const { fields, shows, typename } = this.#class;
    const parts = fields.map((field, i) => `${field}=${(shows[i] ?? repr)(this[i] as never)}`);
    return `${typename}(${parts.join(", ")})`;
  }

  override toString(): string {
    return this[reprMethod]();
  }
}

/**
 * `collections.namedtuple`, as a base class of tuples whose items have names too.
 *
 *     class Point extends NamedTuple<[number, number]> {
 *       static override readonly fields = ["x", "y"];
 *       get x(): number { return this[0]; }
 */
export const NamedTuple = NamedTupleBase as unknown as NamedTupleClass;
