import { unsplitUrl } from "./unsplitUrl.ts";

/** `urlparse.urlunsplit`: a URL of its five parts. The marks of empty ones are left out. */
export function urlunsplit(parts: Iterable<string>): string {
  const [scheme = "", netloc = "", path = "", query = "", fragment = ""] = parts;
  return unsplitUrl({ scheme, netloc, path, query, fragment });
}
