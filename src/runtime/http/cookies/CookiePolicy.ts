import type { HttpRequest } from "../HttpRequest.ts";
import type { Cookie } from "./Cookie.ts";
import { cookiePath, cookiePort, domainMatches, effectiveHost, isListed, isThirdParty } from "./cookieHosts.ts";

/** How strict a policy is, under `cookielib.DefaultCookiePolicy`'s names. */
export interface PolicyOptions {
  readonly blockedDomains?: readonly string[] | null;
  readonly allowedDomains?: readonly string[] | null;
  readonly netscape?: boolean;
  readonly strictDomain?: boolean;
  readonly strictNsUnverifiable?: boolean;
  /** The sum of 1 (no dots before the domain), 2 (a cookie without a domain is its host's alone), 4 (RFC 2965's rule). */
  readonly strictNsDomain?: number;
  readonly strictNsSetInitialDollar?: boolean;
  readonly strictNsSetPath?: boolean;
}

const secondLevel = ["co", "ac", "com", "edu", "org", "net", "gov", "mil", "int", "aero", "biz", "cat", "coop"].concat([
  "info",
  "jobs",
  "mobi",
  "museum",
  "name",
  "pro",
  "travel",
  "eu",
]);

/** `cookielib.DefaultCookiePolicy`: which cookies are taken from a server, and which are sent to it. Without RFC 2965. */
export class CookiePolicy {
  readonly #options: PolicyOptions;

  constructor(options: PolicyOptions = {}) {
    this.#options = options;
  }

  /** Whether a cookie that came with the answer to a request is kept. */
  takes(cookie: Cookie, request: HttpRequest): boolean {
    const { strictNsSetInitialDollar = false, strictNsSetPath = false } = this.#options;
    if (!this.#known(cookie) || this.#foreign(request)) return false;
    if (strictNsSetInitialDollar && cookie.name.startsWith("$")) return false;
    if (strictNsSetPath && cookie.pathSpecified && !this.pathReturns(cookie.path, request)) return false;
    if (!this.#listed(cookie.domain)) return false;
    if (cookie.domainSpecified && !this.#domainTaken(cookie.domain, request)) return false;
    return !cookie.portSpecified || (cookie.port ?? "").split(",").includes(cookiePort(request) ?? "80");
  }

  /** Whether a cookie, whose domain and path have passed, is sent. `now` is in seconds since 1970. */
  returns(cookie: Cookie, request: HttpRequest, now: number): boolean {
    const { strictNsDomain = 0 } = this.#options;
    if (!this.#known(cookie) || this.#foreign(request)) return false;
    if (cookie.secure && request.getType() !== "https") return false;
    if (cookie.isExpired(now)) return false;
    if (cookie.port && !cookie.port.split(",").includes(cookiePort(request) ?? "80")) return false;
    const { effective } = effectiveHost(request);
    if ((strictNsDomain & 2) !== 0 && !cookie.domainSpecified && cookie.domain !== effective) return false;
    return `.${effective}`.endsWith(dotted(cookie.domain));
  }

  domainReturns(domain: string, request: HttpRequest): boolean {
    const { host, effective } = effectiveHost(request);
    const among = [host, effective].some((name) => dotted(name).endsWith(dotted(domain)));
    return among && this.#listed(domain);
  }

  pathReturns(path: string, request: HttpRequest): boolean {
    const asked = cookiePath(request);
    return asked === path || (asked.startsWith(path) && (path.endsWith("/") || asked.charAt(path.length) === "/"));
  }

  #known(cookie: Cookie): boolean {
    return cookie.version !== null && cookie.version <= 0 && (cookie.version < 0 || (this.#options.netscape ?? true));
  }

  #foreign(request: HttpRequest): boolean {
    return (this.#options.strictNsUnverifiable ?? false) && request.isUnverifiable() && isThirdParty(request);
  }

  #listed(domain: string): boolean {
    const { blockedDomains, allowedDomains = null } = this.#options;
    return !isListed(domain, blockedDomains ?? []) && (allowedDomains === null || isListed(domain, allowedDomains));
  }

  #domainTaken(domain: string, request: HttpRequest): boolean {
    const { strictDomain = false, strictNsDomain = 0 } = this.#options;
    const { host, effective } = effectiveHost(request);
    const [, second = "", top = ""] = /^\.([^.]*)\.([^.]*)$/.exec(domain) ?? [];
    if (strictDomain && secondLevel.includes(second.toLowerCase()) && top.length === 2) return false;
    if (!domain.replace(/^\./, "").includes(".") && domain !== ".local") return false;
    const within = effective.endsWith(domain) || effective.startsWith(".") || `.${effective}`.endsWith(domain);
    if (!within) return false;
    if ((strictNsDomain & 4) !== 0 && !domainMatches(effective, domain)) return false;
    const before = host.slice(0, Math.max(0, host.length - domain.length));
    return (strictNsDomain & 1) === 0 || !before.includes(".") || /\.\d+$/.test(host);
  }
}

function dotted(domain: string): string {
  return domain === "" || domain.startsWith(".") ? domain : `.${domain}`;
}
