import { splitUrl } from "./splitUrl.ts";
import type { UrlParts } from "./splitUrl.ts";
import { UrlResult } from "./UrlResult.ts";

/** `urlparse.urlsplit` of 2.7: a URL in five parts, of which nothing is decoded. */
export function urlsplit(url: string, scheme = "", allowFragments = true): SplitResult {
  return new SplitResult(splitUrl(url, scheme, allowFragments));
}

/** The five parts, by name and in order. */
export class SplitResult extends UrlResult {
  constructor(parts: UrlParts) {
    super(parts, [parts.scheme, parts.netloc, parts.path, parts.query, parts.fragment]);
  }

  /** `_replace`: the same with other parts. */
  replaced(parts: Partial<UrlParts>): SplitResult {
    const { scheme, netloc, path, query, fragment } = this;
    return new SplitResult({ scheme, netloc, path, query, fragment, ...parts });
  }

  protected override names(): readonly string[] {
    return ["scheme", "netloc", "path", "query", "fragment"];
  }
}
