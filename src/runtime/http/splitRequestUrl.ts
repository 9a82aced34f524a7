import { ValueError } from "../python/exceptions/ValueError.ts";
import { splitUrl } from "./url/splitUrl.ts";

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
  const full = url
    .trim()
    .replace(/^<([^]*)>$/, "$1")
    .trim()
    .replace(/^URL:\s*/, "");
  const original = full.replace(/^(.*)#[^#]*$/, "$1");
  splitUrl(original);
  const scheme = /^([^/:]+):/.exec(original)?.[1];
  const rest = original.slice(scheme === undefined ? 0 : scheme.length + 1);
  const [, host = null, path = ""] = /^\/\/([^/#?]*)([^]*)$/.exec(rest) ?? [];
  return {
    full: full.endsWith("#") ? original : full,
    original,
    scheme: scheme?.toLowerCase() ?? null,
    host: host?.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) ?? null,
    selector: host === null ? rest : path.replace(/^(?=[^/])/, "/"),
  };
}

/** The scheme of a URL; a ValueError if it has none. */
export function requiredScheme({ scheme, original }: RequestUrl): string {
  if (scheme === null) throw new ValueError(`unknown url type: ${original}`);
  return scheme;
}
