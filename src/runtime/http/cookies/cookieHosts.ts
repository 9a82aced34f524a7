import type { HttpRequest } from "../HttpRequest.ts";
import { requestHost } from "../requestHost.ts";
import { quote } from "../url/quote.ts";
import { splitUrl } from "../url/splitUrl.ts";

/** Looks like an address: its last part is digits. */
const isAddress = (text: string): boolean => /\.\d+$/.test(text);

/** The host of a request, and by what name cookies know it: one without dots is in `.local`. */
export function effectiveHost(request: HttpRequest): { readonly host: string; readonly effective: string } {
  const host = requestHost(request);
  return { host, effective: host.includes(".") || isAddress(host) ? host : `${host}.local` };
}

/** The path of a request as cookies compare it. */
export function cookiePath(request: HttpRequest): string {
  const path = escapePath(splitUrl(request.getFullUrl()).path);
  return path.startsWith("/") ? path : `/${path}`;
}

/** The port of a request; null if it is no number. */
export function cookiePort(request: HttpRequest): string | null {
  const [, port = "80"] = /^[^:]*:([^]*)$/.exec(request.getHost() ?? "") ?? [];
  return /^[ \t-\r]*[-+]?\d+[ \t-\r]*$/.test(port) ? port : null;
}

/** Percent-encodes what may not stand in a path, with hex digits in capitals. */
export function escapePath(path: string): string {
  return quote(path, "%/;:@&=+$,!~*'()").replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
}

function isHostName(text: string): boolean {
  return !isAddress(text) && text !== "" && !text.startsWith(".") && !text.endsWith(".");
}

/** RFC 2965's rule: `x.y.com` is in `.y.com`. */
export function domainMatches(host: string, domain: string): boolean {
  const [a, b] = [host.toLowerCase(), domain.toLowerCase()];
  if (a === b) return true;
  return isHostName(a) && a.lastIndexOf(b) > 0 && b.startsWith(".") && isHostName(b.slice(1));
}

/** Whether a request that the user did not ask for goes to other people than the one that led to it. */
export function isThirdParty(request: HttpRequest): boolean {
  const origin = request.getOriginReqHost();
  const parent = /^[^.]*\.([^]*)$/.exec(origin)?.[1];
  const reaches = parent !== undefined && isHostName(origin) && (parent.includes(".") || parent === "local");
  return !domainMatches(requestHost(request), reaches ? `.${parent}` : origin);
}

/** For lists of domains: `.a.b` is everything in it, a name without a dot in front itself alone. */
export function isListed(host: string, listed: readonly string[]): boolean {
  return listed.some((entry) => {
    const [a, b] = [host.toLowerCase(), entry.toLowerCase()];
    if (isAddress(a) || isAddress(b)) return a === b;
    return b.startsWith(".") ? a.endsWith(b) : a === b;
  });
}
