import { AttributeError } from "../python/exceptions/AttributeError.ts";
import type { Draft, RequestLike } from "./fetchOrThrow.ts";
import { completeRequest } from "./opener/completeRequest.ts";
import { prepareRequest } from "./prepareRequest.ts";
import { urllib2Fields } from "./requestHeaders.ts";
import { requestHost } from "./requestHost.ts";
import type { WireRequest } from "./WireRequest.ts";
import { requiredScheme, splitRequestUrl } from "./splitRequestUrl.ts";

/** `urllib2.Request`, for requests that a program passes around or changes after it has made them. */
export class HttpRequest implements RequestLike {
  readonly #url: string;
  // Found when they are asked for, and changed by a proxy.
  #type: string | null = null;
  #host: string | null = null;
  #selector: string | null = null;
  #tunnelHost: string | null = null;
  data: string | Uint8Array | null;
  /** By name, as `addHeader` writes it: `Content-type`. */
  headers: Map<string, string> = new Map();
  readonly unredirectedHdrs: Map<string, string> = new Map();
  /** The fields that were given as an object, as they were written: Python has them in a dict, of another order. */
  readonly written: readonly (readonly [string, string])[];
  /** The host of the request that redirects started from, and whether this one follows a redirect: cookie policies ask. */
  readonly originReqHost: string;
  readonly unverifiable: boolean;
  /** Seconds for each operation, as the opener was told; null for ever. */
  timeout: number | null = null;
  /** How it goes by way of the proxy that `setProxy` has set; null without. */
  route: ((direct: WireRequest) => WireRequest) | null = null;
  /** How often redirects have led to which URL; null before the first. */
  redirects: Map<string, number> | null = null;

  constructor(
    url: string,
    options: {
      readonly data?: string | Uint8Array | null | undefined;
      readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]> | undefined;
      readonly originReqHost?: string | null | undefined;
      readonly unverifiable?: boolean | undefined;
    } = {},
  ) {
    const { data = null, headers = {}, originReqHost = null, unverifiable = false } = options;
    this.#url = url;
    this.data = data;
    this.written = Symbol.iterator in headers ? [] : Object.entries(headers);
    const fields = Symbol.iterator in headers ? headers : this.written;
    for (const [name, value] of fields) this.addHeader(name, value);
    this.originReqHost = originReqHost ?? requestHost(this);
    this.unverifiable = unverifiable;
  }

  /** POST if there are data, else GET. A program may assign another, or override it in a subclass. */
  getMethod(): string {
    return this.hasData() ? "POST" : "GET";
  }

  addData(data: string | Uint8Array | null): void {
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

  getFullUrl(): string {
    return splitRequestUrl(this.#url).full;
  }

  /** The URL's scheme; a ValueError if it has none. */
  getType(): string {
    return (this.#type ??= requiredScheme(splitRequestUrl(this.#url)));
  }

  /** The host to connect to with its port: that of the proxy, once there is one. */
  getHost(): string | null {
    if (this.#host === null) {
      this.getType();
      this.#host = splitRequestUrl(this.#url).host;
    }
    return this.#host;
  }

  /** The path and query, or the whole URL for a proxy that is to fetch it. */
  getSelector(): string {
    this.getHost();
    return (this.#selector ??= splitRequestUrl(this.#url).selector);
  }

  /** Sends the request by way of a proxy. One that is known to be for https makes a tunnel through it. */
  setProxy(host: string, type: string): void {
    if (this.#type === "https" && this.#tunnelHost === null) this.#tunnelHost = this.getHost();
    else {
      this.#type = type;
      this.#selector = splitRequestUrl(this.#url).original;
    }
    this.#host = host;
  }

  /** Whether a proxy is asked for the whole URL; not so through a tunnel. */
  hasProxy(): boolean {
    return this.getSelector() === splitRequestUrl(this.#url).original;
  }

  /** The scheme, once it has been asked for by `getType`; null before. */
  get type(): string | null {
    return this.#type;
  }

  /** The same of the host, by `getHost`. */
  get host(): string | null {
    return this.#host;
  }

  /** The host at the other end of a tunnel; null if there is none. */
  get tunnelHost(): string | null {
    return this.#tunnelHost;
  }

  getOriginReqHost(): string {
    return this.originReqHost;
  }

  isUnverifiable(): boolean {
    return this.unverifiable;
  }

  draft(body: string | Uint8Array | null): Draft {
    if (body !== null) this.addData(body);
    const fields = new Map([...this.headers, ...this.unredirectedHdrs]);
    // That of an earlier time, with other data.
    if (!this.headers.has("Content-length")) fields.delete("Content-length");
    const request = prepareRequest(this.getFullUrl(), methodOf(this), fields, this.getData());
    completeRequest(this, urllib2Fields);
    return { request, kept: this.headers, route: this.route };
  }
}

/** The method of a request. A derived class may give None: with data that goes out as it is, without httplib asks it for `upper`. */
function methodOf(request: HttpRequest): string {
  const method: string | null = request.getMethod();
  if (method !== null) return method;
  if (request.getData() === null) throw new AttributeError("'NoneType' object has no attribute 'upper'");
  return "None";
}

function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
}
