import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import type { UrlParts } from "./splitUrl.ts";
import { unsplitUrl } from "./unsplitUrl.ts";

/** What the results of urlsplit and urlparse have in common: the parts of a URL, as a tuple and by name, and those of its host. */
export abstract class UrlResult extends Array<string> implements UrlParts {
  /** Slices and joined tuples are plain ones. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;

  /** `items` are the parts in the order of Python's tuple. */
  constructor({ scheme, netloc, path, query, fragment }: UrlParts, items: readonly string[]) {
    super();
    this.push(...items);
    this.scheme = scheme;
    this.netloc = netloc;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
  }

  get username(): string | null {
    return this.#login()?.split(":", 1)[0] ?? null;
  }

  get password(): string | null {
    const login = this.#login() ?? "";
    const colon = login.indexOf(":");
    return colon < 0 ? null : login.slice(colon + 1);
  }

  /** In lower case; null if there is none. */
  get hostname(): string | null {
    const host = this.#host();
    if (host.includes("[") && host.includes("]")) return host.slice(1, host.indexOf("]")).toLowerCase();
    return host === "" ? null : host.replace(/:[^]*/, "").toLowerCase();
  }

  /** Null if there is none, or one above 65535; a ValueError if it is no number. */
  get port(): number | null {
    const digits =
      this.#host()
        .replace(/^[^]*\]/, "")
        .split(":")[1] ?? "";
    if (digits === "") return null;
    if (!/^[ \t-\r]*[-+]?\d+[ \t-\r]*$/.test(digits)) {
      throw new ValueError(`invalid literal for int() with base 10: ${reprStr(digits)}`);
    }
    const port = Number(digits);
    return port >= 0 && port <= 65535 ? port : null;
  }

  geturl(): string {
    return unsplitUrl(this);
  }

  /** Under Python's names of the parts. */
  override toString(): string {
    return this[reprMethod]();
  }

  [reprMethod](): string {
    const parts = this.names().map((name, i) => `${name}=${reprStr(this[i] ?? "")}`);
    return `${this.constructor.name}(${parts.join(", ")})`;
  }

  /** What the items of the tuple are called. */
  protected abstract names(): readonly string[];

  #login(): string | null {
    const at = this.netloc.lastIndexOf("@");
    return at < 0 ? null : this.netloc.slice(0, at);
  }

  #host(): string {
    return this.netloc.slice(this.netloc.lastIndexOf("@") + 1);
  }
}
