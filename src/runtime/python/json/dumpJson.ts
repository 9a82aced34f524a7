import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { asNumber } from "../dynamic/asNumber.ts";
import { getItem } from "../dynamic/getItem.ts";
import { iterate } from "../dynamic/iterate.ts";
import { truthy } from "../dynamic/truthy.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { sorted } from "../iteration/sorted.ts";
import { Float } from "../numbers/Float.ts";
import { floatRepr } from "../numbers/floatRepr.ts";
import { repr } from "../repr/repr.ts";
import { reprArguments } from "../repr/reprArguments.ts";
import type { DumpOptions } from "./DumpOptions.ts";
import { jsonString } from "./jsonString.ts";

/** `json.dumps(value)`: `, ` and `: ` between, also before a line end, a dict's keys in its own order, whole `Float`s with their `.0`. */
export function dumpJson(value: unknown, options: DumpOptions = {}): string {
  return new Dumper(options).dump(value, "\n", options.floats === true);
}

/** What `json` says of a value that it has no word for. */
export const notSerializable = (value: unknown): PyTypeError =>
  new PyTypeError(`${repr(value)} is not JSON serializable`);

class Dumper {
  readonly #options: DumpOptions;
  readonly #item: string;
  readonly #colon: string;
  /** The containers that the current value is in. */
  readonly #open = new Set<object>();

  constructor(options: DumpOptions) {
    this.#options = options;
    [this.#item, this.#colon] = options.separators ?? [", ", ": "];
  }

  /** `newline` is a line end with the indentation of this level; `isFloat`, whether numbers here are floats. */
  dump(value: unknown, newline: string, isFloat: boolean): string {
    if (typeof value === "string") return jsonString(value, this.#options.ensureAscii ?? true);
    if (value === null || typeof value === "boolean") return String(value);
    if (isFloat && typeof value === "number") return dumpNumber(new Float(value));
    if (asNumber(value) !== null) return dumpNumber(value as number | bigint | Float);
    if (Array.isArray(value))
      return this.#within(value, () =>
        this.#wrap(
          "[",
          Array.from(
            this.#isEmpty(value) ? [] : iterate(value),
            (item) => (deeper: string) => this.dump(item, deeper, isFloat),
          ),
          "]",
          newline,
        ),
      );
    if (value instanceof Map)
      return this.#within(value, () => this.#wrap("{", this.#entries(value, isFloat), "}", newline));
    const { default: otherwise } = this.#options;
    if (!otherwise) throw notSerializable(value);
    const open = value as object;
    return this.#within(open, () => this.dump(otherwise(value as never), newline, isFloat));
  }

  #within(container: object, dump: () => string): string {
    if (this.#open.has(container)) throw new ValueError("Circular reference detected");
    this.#open.add(container);
    const text = dump();
    this.#open.delete(container);
    return text;
  }

  #entries(dict: ReadonlyMap<unknown, unknown>, isFloat: boolean): ((newline: string) => string)[] {
    const { floats, sortKeys } = this.#options;
    const asked = this.#isEmpty(dict) ? [] : this.#asked(dict);
    const entries = sortKeys === true ? sorted(asked, { key: ([key]) => key }) : [...asked];
    return entries.map(([key, value]) => {
      const isNamed = typeof floats === "object" && typeof key === "string" && floats.includes(key);
      return (newline) => `${this.#key(key)}${this.#colon}${this.dump(value, newline, isFloat || isNamed)}`;
    });
  }

  /**
   * What an object of a program's own class says that it holds: CPython's C encoder asks for its keys and their values, the one in Python
   * for its items.
   */
  #asked(dict: ReadonlyMap<unknown, unknown>): Iterable<readonly [unknown, unknown]> {
    if (this.#isInC()) {
      const isOwn = ["__iter__", "__getitem__"].some((name) => specialMethod(dict, name) !== null);
      return isOwn ? Array.from(iterate(dict), (key) => [key, getItem(dict, key)] as const) : dict;
    }
    const items = specialMethod(dict, this.#options.sortKeys === true ? "items" : "iteritems");
    return items === null ? dict : (Array.from(iterate(items())) as (readonly [unknown, unknown])[]);
  }

  /** An object of a program's own class may say so, whatever it holds; CPython's C encoder does not ask it. */
  #isEmpty(container: object): boolean {
    return !this.#isInC() && !truthy(container);
  }

  /** CPython's C encoder writes one line in a dict's own order, the one in Python all else. */
  #isInC(): boolean {
    return !this.#indents() && this.#options.sortKeys !== true;
  }

  #key(key: unknown): string {
    if (typeof key === "string") return this.dump(key, "", false);
    // The C encoder takes a bool for the int that it is.
    const inC = this.#isInC();
    if (typeof key === "boolean" && inC) return `"${repr(key)}"`;
    if (key === null || asNumber(key) !== null) return `"${this.dump(key, "", false)}"`;
    const shown = Array.isArray(key) ? reprArguments(key) : repr(key);
    throw new PyTypeError(inC ? "keys must be a string" : `key ${shown} is not a string`);
  }

  #wrap(open: string, items: ((newline: string) => string)[], close: string, newline: string): string {
    if (items.length === 0) return open + close;
    if (!this.#indents()) return open + items.map((item) => item(newline)).join(this.#item) + close;
    const deeper = newline + " ".repeat(Math.max(this.#options.indent ?? 0, 0));
    return open + deeper + items.map((item) => item(deeper)).join(this.#item + deeper) + newline + close;
  }

  #indents(): boolean {
    return typeof this.#options.indent === "number";
  }
}

function dumpNumber(value: number | bigint | Float): string {
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return String(value);
  const float = Number(value);
  if (Number.isFinite(float)) return floatRepr(float);
  return String(float);
}
