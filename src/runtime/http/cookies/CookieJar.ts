import { Dict } from "../../python/containers/Dict.ts";
import { KeyError } from "../../python/exceptions/KeyError.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { repr } from "../../python/repr/repr.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";
import { compareText } from "../../python/text/compareText.ts";
import { headerValues } from "../headerValues.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import type { HeaderSource } from "../responseHeaders.ts";
import { Cookie } from "./Cookie.ts";
import { cookiePath, cookiePort, effectiveHost, escapePath } from "./cookieHosts.ts";
import { CookiePolicy } from "./CookiePolicy.ts";
import { parseSetCookie } from "./parseSetCookie.ts";
import type { CookieAttributes } from "./parseSetCookie.ts";

/** Something by domain, path and name. Python's order of keys is that in which cookies are sent. */
type Cookies = Dict<string, Dict<string, Dict<string, Cookie>>>;

/** `cookielib.CookieJar`: cookies in memory. It iterates by domain, path and name. */
export class CookieJar implements Iterable<Cookie> {
  #policy: CookiePolicy;
  #cookies: Cookies = new Dict();

  constructor(policy: CookiePolicy | null = null) {
    this.#policy = policy ?? new CookiePolicy();
  }

  setPolicy(policy: CookiePolicy): void {
    this.#policy = policy;
  }

  /** Number of cookies. */
  get size(): number {
    return [...this].length;
  }

  /** Python's `len`, by which an empty jar is false. */
  __len__(): number {
    return this.size;
  }

  *[Symbol.iterator](): Generator<Cookie, void, undefined> {
    for (const byPath of byKey(this.#cookies)) for (const byName of byKey(byPath)) yield* byKey(byName);
  }

  /** Adds the `Cookie` field that a request should have, unless it has one. */
  addCookieHeader(request: HttpRequest): void {
    const now = Math.trunc(Date.now() / 1000);
    const cookies: Cookie[] = [];
    for (const [domain, byPath] of this.#cookies) {
      if (!this.#policy.domainReturns(domain, request)) continue;
      for (const [path, byName] of byPath) {
        if (!this.#policy.pathReturns(path, request)) continue;
        for (const cookie of byName.values()) if (this.#policy.returns(cookie, request, now)) cookies.push(cookie);
      }
    }
    const pairs = cookies
      .toSorted((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => (value === null ? name : `${name}=${value}`));
    if (pairs.length > 0 && !request.hasHeader("Cookie")) request.addUnredirectedHeader("Cookie", pairs.join("; "));
    this.clearExpiredCookies();
  }

  /** Keeps the cookies of an answer that the policy takes. */
  extractCookies(response: HeaderSource, request: HttpRequest): void {
    for (const cookie of this.makeCookies(response, request)) {
      if (this.#policy.takes(cookie, request)) this.setCookie(cookie);
    }
  }

  /** The cookies of an answer, taken or not. One that has expired is removed from the jar instead. */
  makeCookies(response: HeaderSource, request: HttpRequest): Cookie[] {
    const now = Math.trunc(Date.now() / 1000);
    return parseSetCookie(headerValues(response, "set-cookie"), now)
      .map((attributes) => this.#cookieOf(attributes, request, now))
      .filter((cookie) => cookie !== null);
  }

  setCookieIfOk(cookie: Cookie, request: HttpRequest): void {
    if (this.#policy.takes(cookie, request)) this.setCookie(cookie);
  }

  setCookie(cookie: Cookie): void {
    this.#cookies.setDefault(cookie.domain, new Dict()).setDefault(cookie.path, new Dict()).set(cookie.name, cookie);
  }

  /** Removes all cookies, or those of a domain, of a path in it, or one of them; a KeyError if there is none. */
  clear(domain: string | null = null, path: string | null = null, name: string | null = null): void {
    if (name !== null && (domain === null || path === null)) {
      throw new ValueError("domain and path must be given to remove a cookie by name");
    }
    if (path !== null && domain === null) throw new ValueError("domain must be given to remove cookies by path");
    if (domain === null) {
      this.#cookies = new Dict();
      return;
    }
    if (path === null) return remove(this.#cookies, domain);
    const byPath = this.#cookies.get(domain);
    if (byPath === undefined) throw new KeyError(domain);
    if (name === null) return remove(byPath, path);
    const byName = byPath.get(path);
    if (byName === undefined) throw new KeyError(path);
    remove(byName, name);
  }

  clearSessionCookies(): void {
    for (const { discard, domain, path, name } of this) if (discard) this.clear(domain, path, name);
  }

  clearExpiredCookies(): void {
    const now = Date.now() / 1000;
    for (const cookie of this) if (cookie.isExpired(now)) this.clear(cookie.domain, cookie.path, cookie.name);
  }

  toString(): string {
    return `<${this.constructor.name}[${[...this].join(", ")}]>`;
  }

  [reprMethod](): string {
    return `<${this.constructor.name}[${Array.from(this, repr).join(", ")}]>`;
  }

  /** Runs what fills an empty jar; if it fails, the jar is as it was. */
  protected refill(load: () => void): void {
    const before = this.#cookies;
    this.#cookies = new Dict();
    try {
      load();
    } catch (error) {
      this.#cookies = before;
      throw error;
    }
  }

  #cookieOf(attributes: CookieAttributes, request: HttpRequest, now: number): Cookie | null {
    const { name, value, expires, domain, path, port } = attributes;
    if (!/^[ \t\n\v\f\r]*[-+]?\d+[ \t\n\v\f\r]*$/.test(attributes.version)) return null;
    const version = Number(attributes.version);
    const place = {
      domain: domain === null ? effectiveHost(request).effective : domain.startsWith(".") ? domain : `.${domain}`,
      path: path ? escapePath(path) : defaultPath(request, version),
    };
    if (expires !== null && expires <= now) {
      if (this.#cookies.get(place.domain)?.get(place.path)?.has(name)) this.clear(place.domain, place.path, name);
      return null;
    }
    return new Cookie({
      name,
      value,
      ...place,
      // Cookies of RFC 2109 are taken for Netscape's.
      version: version === 1 ? 0 : version,
      rfc2109: version === 1,
      port: port === "" ? cookiePort(request) : (port?.replace(/[ \t\n\v\f\r]+/g, "") ?? null),
      portSpecified: port !== null && port !== "",
      domainSpecified: domain !== null,
      domainInitialDot: domain?.startsWith(".") ?? false,
      pathSpecified: Boolean(path),
      secure: attributes.secure,
      expires,
      discard: expires === null || attributes.discard,
      comment: attributes.comment,
      commentUrl: attributes.commentUrl,
      rest: attributes.rest,
    });
  }
}

/** The folder of a request's path: Netscape's is written without the slash at its end. */
function defaultPath(request: HttpRequest, version: number): string {
  const path = cookiePath(request);
  return path.slice(0, path.lastIndexOf("/") + (version === 0 ? 0 : 1)) || "/";
}

function byKey<V>(dict: ReadonlyMap<string, V>): V[] {
  return [...dict].toSorted(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

function remove<V>(dict: Map<string, V>, key: string): void {
  if (!dict.delete(key)) throw new KeyError(key);
}
