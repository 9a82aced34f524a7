import { splitUrl } from "./url/splitUrl.ts";

/** `urllib2.request_host`: the host of a request in lower case, without its port; that of a `Host` field if the URL has none. */
export function requestHost(request: { getFullUrl(): string; getHeader(name: string): string | null }): string {
  const host = splitUrl(request.getFullUrl()).netloc || (request.getHeader("Host") ?? "");
  return host.replace(/:\d+$/, "").toLowerCase();
}
