import { FancyUrlOpener } from "./urllib/FancyUrlOpener.ts";
import type { PostData, UrlOpener } from "./urllib/UrlOpener.ts";

let shared: UrlOpener | null = null;

/**
 * `urllib.urlopen`, below which is the platform's `fetch`: any status is an answer, the tenth redirect ends as an answer with the
 * status 500, and what fails on the way is an IOError whose first argument says where. Data make it a POST. A name without a scheme,
 * or with `file:`, is a local file. `proxies` are by scheme, the environment's without them.
 */
export async function fetchAnyStatus(
  url: string,
  data: PostData = null,
  proxies: Iterable<readonly [string, string]> | null = null,
): Promise<Response> {
  const opener = proxies === null ? sharedOpener() : new FancyUrlOpener(proxies);
  return opener.open(url, data);
}

/** `urllib._urlopener`: what `fetchAnyStatus` and `urlretrieve` open with. */
export function sharedOpener(): UrlOpener {
  return (shared ??= new FancyUrlOpener());
}

/** `urllib._urlopener = opener`; null for a new one when it is needed. */
export function shareOpener(opener: UrlOpener | null): void {
  shared = opener;
}
