import type { Dict } from "../../python/containers/Dict.ts";
import { dictFromPairs } from "../../python/containers/dictFromPairs.ts";
import { repr } from "../../python/repr/repr.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";

/** What a cookie is made of, under `cookielib.Cookie`'s names. */
export interface CookieFields {
  version: number | null;
  name: string;
  value: string | null;
  /** The ports that it may be sent to, with commas between; null for any. */
  port: string | null;
  portSpecified: boolean;
  domain: string;
  domainSpecified: boolean;
  domainInitialDot: boolean;
  path: string;
  pathSpecified: boolean;
  /** A text where the server gave it a value. */
  secure: boolean | string;
  /** Seconds since 1970; null for a cookie that ends with the program. */
  expires: number | null;
  discard: boolean;
  comment: string | null;
  commentUrl: string | null;
  rest: ReadonlyMap<string, string | null>;
  rfc2109?: boolean;
}

/** `cookielib.Cookie`. */
export class Cookie implements CookieFields {
  version: number | null;
  name: string;
  value: string | null;
  port: string | null;
  portSpecified: boolean;
  domain: string;
  domainSpecified: boolean;
  domainInitialDot: boolean;
  path: string;
  pathSpecified: boolean;
  secure: boolean | string;
  expires: number | null;
  discard: boolean;
  comment: string | null;
  commentUrl: string | null;
  readonly rest: Dict<string, string | null>;
  rfc2109: boolean;

  constructor(fields: CookieFields) {
    this.version = fields.version;
    this.name = fields.name;
    this.value = fields.value;
    this.port = fields.port;
    this.portSpecified = fields.portSpecified;
    this.domain = fields.domain.toLowerCase();
    this.domainSpecified = fields.domainSpecified;
    this.domainInitialDot = fields.domainInitialDot;
    this.path = fields.path;
    this.pathSpecified = fields.pathSpecified;
    this.secure = fields.secure;
    this.expires = fields.expires === null ? null : Math.trunc(fields.expires);
    this.discard = fields.discard;
    this.comment = fields.comment;
    this.commentUrl = fields.commentUrl;
    this.rest = dictFromPairs(fields.rest);
    this.rfc2109 = fields.rfc2109 ?? false;
  }

  /** `now` is in seconds since 1970. */
  isExpired(now: number | null = null): boolean {
    return this.expires !== null && this.expires <= (now ?? Date.now() / 1000);
  }

  /** Whether the server gave an attribute that cookielib has no use for: `HttpOnly`. */
  hasNonstandardAttr(name: string): boolean {
    return this.rest.has(name);
  }

  getNonstandardAttr(name: string): string | null {
    return this.rest.get(name) ?? null;
  }

  toString(): string {
    const port = this.port === null ? "" : `:${this.port}`;
    const pair = this.value === null ? this.name : `${this.name}=${this.value}`;
    return `<Cookie ${pair} for ${this.domain}${port}${this.path}>`;
  }

  [reprMethod](): string {
    const fields: readonly (readonly [string, unknown])[] = [
      ["version", this.version],
      ["name", this.name],
      ["value", this.value],
      ["port", this.port],
      ["port_specified", this.portSpecified],
      ["domain", this.domain],
      ["domain_specified", this.domainSpecified],
      ["domain_initial_dot", this.domainInitialDot],
      ["path", this.path],
      ["path_specified", this.pathSpecified],
      ["secure", this.secure],
      ["expires", this.expires],
      ["discard", this.discard],
      ["comment", this.comment],
      ["comment_url", this.commentUrl],
      ["rest", this.rest],
      ["rfc2109", this.rfc2109],
    ];
    return `Cookie(${fields.map(([name, value]) => `${name}=${repr(value)}`).join(", ")})`;
  }
}
