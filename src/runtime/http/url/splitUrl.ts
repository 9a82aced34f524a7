import { ValueError } from "../../python/exceptions/ValueError.ts";

/** The parts of a URL as `urlparse.urlsplit` cuts them; "" where there is none. */
export interface UrlParts {
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Cuts a URL as 2.7's urlparse does: nothing is decoded or normalised but the case of the scheme. */
export function splitUrl(url: string, defaultScheme = "", allowFragments = true): UrlParts {
  const named = /^([a-z\d+.-]+):([^]*)$/i.exec(url);
  let scheme: string | undefined = named?.[1];
  let rest = named?.[2] ?? url;
  // `host:80` is a path: digits after the colon look like a port. Only `http` itself is not doubted.
  if (scheme !== "http" && /^\d+$/.test(rest)) [scheme, rest] = [undefined, url];
  const [, netloc = "", path = ""] = /^(?:\/\/([^/?#]*))?([^]*)$/.exec(rest) ?? [];
  if (netloc.includes("[") !== netloc.includes("]")) throw new ValueError("Invalid IPv6 URL");
  const [beforeFragment, fragment] = allowFragments ? cut(path, "#") : [path, ""];
  const [plain, query] = cut(beforeFragment, "?");
  return { scheme: scheme?.toLowerCase() ?? defaultScheme, netloc, path: plain, query, fragment };
}

function cut(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
