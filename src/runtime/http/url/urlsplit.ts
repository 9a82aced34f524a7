import { splitUrl } from "./splitUrl.ts";
import type { UrlParts } from "./splitUrl.ts";
import { UrlResult } from "./UrlResult.ts";

/** `urlparse.urlsplit` of 2.7: a URL in five parts, of which nothing is decoded. */
export function urlsplit(url: string, scheme = "", allowFragments = true): SplitResult {
  return new SplitResult(splitUrl(url, scheme, allowFragments));
}

/** The five parts, by name and in order. */
export class SplitResult extends UrlResult {
  /** `_replace`: the same with other parts. */
  replaced(parts: Partial<UrlParts>): SplitResult {
    return new SplitResult({ ...this, ...parts });
  }

  protected override named(): Readonly<Record<string, string>> {
    const { scheme, netloc, path, query, fragment } = this;
    return { scheme, netloc, path, query, fragment };
  }
}
