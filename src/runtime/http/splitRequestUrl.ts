import { ValueError } from "../python/exceptions/ValueError.ts";
import { splitHost } from "./url/splitHost.ts";
import { splitScheme } from "./url/splitScheme.ts";
import { splitUrl } from "./url/splitUrl.ts";
import { unquote } from "./url/unquote.ts";
import { unwrapped } from "./url/unwrapped.ts";

/** A URL as `urllib2.Request` takes it apart. */
export interface RequestUrl {
  /** `get_full_url()`: without the space around it, with its fragment. */
  readonly full: string;
  /** Without the fragment. */
  readonly original: string;
  /** In lower case. */
  readonly scheme: string | null;
  /** With its port, unquoted; null if the URL has no `//`. */
  readonly host: string | null;
  /** Path and query, verbatim. */
  readonly selector: string;
}

/** Takes a URL apart by urllib's rules, not the platform's: nothing is normalised. A ValueError for an IPv6 host that is cut. */
export function splitRequestUrl(url: string): RequestUrl {
  const full = unwrapped(url);
  const original = full.replace(/^(.*)#[^#]*$/, "$1");
  splitUrl(original);
  const [scheme, rest] = splitScheme(original);
  const [host, selector] = splitHost(rest);
  return {
    full: full.endsWith("#") ? original : full,
    original,
    scheme,
    host: host === null ? null : unquote(host),
    selector,
  };
}

/** The scheme of a URL; a ValueError if it has none. */
export function requiredScheme({ scheme, original }: RequestUrl): string {
  if (scheme === null) throw new ValueError(`unknown url type: ${original}`);
  return scheme;
}
