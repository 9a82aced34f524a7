import { hostSchemes } from "./schemes.ts";
import type { UrlParts } from "./splitUrl.ts";

/** Puts the parts of a URL together; the marks of empty parts are left out. */
export function unsplitUrl({ scheme, netloc, path, query, fragment }: UrlParts): string {
  let url = path;
  if (netloc !== "" || (scheme !== "" && hostSchemes.has(scheme) && !path.startsWith("//"))) {
    url = `//${netloc}${path === "" || path.startsWith("/") ? "" : "/"}${path}`;
  }
  return (scheme && `${scheme}:`) + url + (query && `?${query}`) + (fragment && `#${fragment}`);
}
