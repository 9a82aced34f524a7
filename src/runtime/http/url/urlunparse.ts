import { unsplitUrl } from "./unsplitUrl.ts";

/** `urlparse.urlunparse`: a URL of its six parts. The marks of empty ones are left out. */
export function urlunparse(parts: Iterable<string>): string {
  const [scheme = "", netloc = "", path = "", params = "", query = "", fragment = ""] = parts;
  return unsplitUrl({ scheme, netloc, path: params === "" ? path : `${path};${params}`, query, fragment });
}
