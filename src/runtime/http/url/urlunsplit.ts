import { unpack } from "../../python/dynamic/unpack.ts";
import { unsplitUrl } from "./unsplitUrl.ts";

/** `urlparse.urlunsplit`: a URL of its five parts, by the rules of `urlunparse`. */
export function urlunsplit(parts: Iterable<string | null>): string {
  const texts = unpack(parts, 5).map((part) => part ?? "");
  const [scheme = "", netloc = "", path = "", query = "", fragment = ""] = texts;
  return unsplitUrl({ scheme, netloc, path, query, fragment });
}
