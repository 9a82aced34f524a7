import type { RequestLike } from "./fetchOrThrow.ts";
import { requiredScheme, splitRequestUrl } from "./splitRequestUrl.ts";

/** `urllib2.Request`, for requests that a program passes around or changes after it has made them. */
export class HttpRequest implements RequestLike {
  readonly #url: string;
  data: string | Uint8Array | null;
  /** By name, as `addHeader` writes it: `Content-type`. */
  readonly headers: Map<string, string> = new Map();
  readonly unredirectedHdrs: Map<string, string> = new Map();

  constructor(
    url: string,
    options: {
      readonly data?: string | Uint8Array | null | undefined;
      readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]> | undefined;
    } = {},
  ) {
    const { data = null, headers = {} } = options;
    this.#url = url;
    this.data = data;
    const fields = Symbol.iterator in headers ? headers : Object.entries(headers);
    for (const [name, value] of fields) this.addHeader(name, value);
  }

  /** POST if there are data, else GET. A program may assign another, or override it in a subclass. */
  getMethod(): string {
    return this.hasData() ? "POST" : "GET";
  }

  addData(data: string | Uint8Array): void {
    this.data = data;
  }

  hasData(): boolean {
    return this.data !== null;
  }

  getData(): string | Uint8Array | null {
    return this.data;
  }

  addHeader(name: string, value: string): void {
    this.headers.set(capitalize(name), value);
  }

  /** Adds a field that is not sent to where a redirect leads. */
  addUnredirectedHeader(name: string, value: string): void {
    this.unredirectedHdrs.set(capitalize(name), value);
  }

  /** The name must be written as `addHeader` writes it, as in Python. */
  hasHeader(name: string): boolean {
    return this.headers.has(name) || this.unredirectedHdrs.has(name);
  }

  /** The same holds for this name. */
  getHeader(name: string): string | null;
  getHeader<T>(name: string, otherwise: T): string | T;
  getHeader(name: string, otherwise: unknown = null): unknown {
    return this.headers.get(name) ?? this.unredirectedHdrs.get(name) ?? otherwise;
  }

  headerItems(): [string, string][] {
    return [...new Map([...this.unredirectedHdrs, ...this.headers])];
  }

  getFullUrl(): string {
    return splitRequestUrl(this.#url).full;
  }

  /** The URL's scheme; a ValueError if it has none. */
  getType(): string {
    return requiredScheme(splitRequestUrl(this.#url));
  }

  getHost(): string | null {
    return splitRequestUrl(this.#url).host;
  }

  getSelector(): string {
    return splitRequestUrl(this.#url).selector;
  }
}

function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
}
