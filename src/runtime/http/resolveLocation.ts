import { splitUrl } from "./url/splitUrl.ts";
import { unsplitUrl } from "./url/unsplitUrl.ts";
import { urljoin } from "./url/urljoin.ts";

/** The URL that a `Location` field means, as urllib2 mends and joins it: a host alone gets the path `/`. */
export function resolveLocation(base: string, location: string): string {
  const parts = splitUrl(location);
  return urljoin(base, unsplitUrl({ ...parts, path: parts.path || (parts.netloc && "/") }));
}
