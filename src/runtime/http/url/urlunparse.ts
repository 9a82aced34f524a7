import { unpack } from "../../python/dynamic/unpack.ts";
import { unsplitUrl } from "./unsplitUrl.ts";

/**
 * `urlparse.urlunparse`: a URL of its six parts. The marks of empty ones are left out; null, as Python's None, counts as empty. A
 * ValueError if there are more parts or fewer.
 */
export function urlunparse(parts: Iterable<string | null>): string {
  const texts = unpack(parts, 6).map((part) => part ?? "");
  const [scheme = "", netloc = "", path = "", params = "", query = "", fragment = ""] = texts;
  return unsplitUrl({ scheme, netloc, path: params === "" ? path : `${path};${params}`, query, fragment });
}
