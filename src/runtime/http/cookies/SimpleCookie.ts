import { Dict } from "../../python/containers/Dict.ts";
import { KeyError } from "../../python/exceptions/KeyError.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { quoteCookie, unquoteCookie } from "./cookieQuoting.ts";
import { Morsel } from "./Morsel.ts";

// What names and values are made of, by Python's own pattern, which takes more than any standard says.
const key = "[\\w!#%&'~`><@,:/$*+\\-.^|)(?}{=]";
const space = "[ \\t-\\r]";
const pattern = new RegExp(
  `${space}*(${key}+?)(?:${space}*=${space}*("(?:[^\\\\"]|\\\\.)*"|\\w{3},${space}[ \\t-\\r\\w-]{9,11}${space}[\\d:]{8}${space}GMT` +
    `|(?:${key}|[[\\]])*))?${space}*(?:${space}+|;|$)`,
  "y",
);

/** `Cookie.SimpleCookie`: cookies by name, read from a `Cookie` header field or set one by one, to be written as `Set-Cookie`. */
export class SimpleCookie implements Iterable<string> {
  readonly #morsels = new Dict<string, Morsel>();

  constructor(input: string | ReadonlyMap<string, string> | null = null) {
    if (input !== null) this.load(input);
  }

  get size(): number {
    return this.#morsels.size;
  }

  /** Python's `len`, by which an empty one is false. */
  __len__(): number {
    return this.size;
  }

  /** Reads a header field's value up to what is no cookie, or takes the entries of a mapping. */
  load(input: string | ReadonlyMap<string, string>): void {
    if (typeof input !== "string") {
      for (const [name, value] of input) this.set(name, value);
      return;
    }
    let morsel: Morsel | null = null;
    pattern.lastIndex = 0;
    while (pattern.lastIndex < input.length) {
      const [found, name = "", coded] = pattern.exec(input) ?? [];
      if (found === undefined) break;
      if (name.startsWith("$")) morsel?.set(name.slice(1), coded ?? "None");
      else if (!Morsel.isReserved(name)) {
        if (coded !== undefined) morsel = this.#assign(name, this.decode(coded), coded);
      } else if (coded !== undefined) morsel?.set(name, unquoteCookie(coded));
      else if (/^(?:secure|httponly)$/i.test(name)) morsel?.set(name, true);
    }
  }

  has(name: string): boolean {
    return this.#morsels.has(name);
  }

  /** A cookie; a KeyError if there is none of the name. */
  get(name: string): Morsel {
    const morsel = this.#morsels.get(name);
    if (morsel === undefined) throw new KeyError(name);
    return morsel;
  }

  /** A cookie; null if there is none of the name. */
  find(name: string): Morsel | null {
    return this.#morsels.get(name) ?? null;
  }

  set(name: string, value: string): void {
    this.#assign(name, value, this.encode(value));
  }

  delete(name: string): void {
    if (!this.#morsels.delete(name)) throw new KeyError(name);
  }

  clear(): void {
    this.#morsels.clear();
  }

  keys(): string[] {
    return [...this.#morsels.keys()];
  }

  values(): Morsel[] {
    return [...this.#morsels.values()];
  }

  items(): [name: string, morsel: Morsel][] {
    return [...this.#morsels.entries()];
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#morsels.keys();
  }

  /** The cookies as header fields, by name. */
  output(attributes: readonly string[] | null = null, header = "Set-Cookie:", separator = "\r\n"): string {
    return this.#sorted()
      .map((morsel) => morsel.output(attributes, header))
      .join(separator);
  }

  toString(): string {
    return this.output();
  }

  [reprMethod](): string {
    return `<${this.constructor.name}: ${this.#sorted()
      .map((morsel) => `${morsel.key}=${reprStr(morsel.value)}`)
      .join(" ")}>`;
  }

  protected decode(coded: string): string {
    return unquoteCookie(coded);
  }

  protected encode(value: string): string {
    return quoteCookie(value);
  }

  #assign(name: string, value: string, coded: string): Morsel {
    const morsel = this.#morsels.get(name) ?? new Morsel();
    morsel.assign(name, value, coded);
    this.#morsels.set(name, morsel);
    return morsel;
  }

  #sorted(): Morsel[] {
    const names = [...this.#morsels.keys()].toSorted();
    return names.map((name) => this.get(name));
  }
}
