import { parameterSchemes } from "./schemes.ts";
import { splitUrl } from "./splitUrl.ts";
import type { UrlParts } from "./splitUrl.ts";
import { urlunparse } from "./urlunparse.ts";
import { UrlResult } from "./UrlResult.ts";

/** `urlparse.urlparse` of 2.7: a URL in six parts, of which nothing is decoded. */
export function urlparse(url: string, scheme = "", allowFragments = true): ParseResult {
  const parts = splitUrl(url, scheme, allowFragments);
  if (!parameterSchemes.has(parts.scheme)) return new ParseResult(parts, "");
  const [, path = parts.path, params = ""] = /^((?:[^]*\/)?[^/;]*);([^/]*)$/.exec(parts.path) ?? [];
  return new ParseResult({ ...parts, path }, params);
}

/** The six parts, by name and in order. */
export class ParseResult extends UrlResult {
  readonly params: string;

  constructor(parts: UrlParts, params: string) {
    super(parts, [parts.scheme, parts.netloc, parts.path, params, parts.query, parts.fragment]);
    this.params = params;
  }

  override geturl(): string {
    return urlunparse(this);
  }

  /** `_replace`: the same with other parts. */
  replaced(parts: Partial<UrlParts> & { readonly params?: string }): ParseResult {
    const { scheme, netloc, path, query, fragment } = this;
    return new ParseResult({ scheme, netloc, path, query, fragment, ...parts }, parts.params ?? this.params);
  }

  protected override names(): readonly string[] {
    return ["scheme", "netloc", "path", "params", "query", "fragment"];
  }
}
