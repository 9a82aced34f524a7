import { ValueError } from "../python/exceptions/ValueError.ts";

/** A URL as `urllib2.Request` takes it apart. */
export interface RequestUrl {
  /** `get_full_url()`: without the space around it, with its fragment. */
  readonly full: string;
  /** In lower case. */
  readonly scheme: string;
  /** With its port, unquoted; null if the URL has no `//`. */
  readonly host: string | null;
  /** Path and query, verbatim. */
  readonly selector: string;
}

/** Takes a URL apart by urllib's rules, not the platform's: nothing is normalised. A ValueError if it has no scheme. */
export function splitRequestUrl(url: string): RequestUrl {
  const full = url
    .trim()
    .replace(/^<([^]*)>$/, "$1")
    .trim()
    .replace(/^URL:\s*/, "");
  const original = full.replace(/^(.*)#[^#]*$/, "$1");
  const scheme = /^([^/:]+):/.exec(original)?.[1];
  if (scheme === undefined) throw new ValueError(`unknown url type: ${original}`);
  const rest = original.slice(scheme.length + 1);
  const [, host = null, path = ""] = /^\/\/([^/#?]*)([^]*)$/.exec(rest) ?? [];
  return {
    full: full.endsWith("#") ? original : full,
    scheme: scheme.toLowerCase(),
    host: host?.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) ?? null,
    selector: host === null ? rest : path.replace(/^(?=[^/])/, "/"),
  };
}
