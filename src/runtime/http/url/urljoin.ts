import { hostSchemes, parameterSchemes, relativeSchemes } from "./schemes.ts";
import { splitUrl } from "./splitUrl.ts";
import { unsplitUrl } from "./unsplitUrl.ts";

/** `urlparse.urljoin` of 2.7. Unlike `new URL` it normalises nothing, and keeps a `..` that leads above the root. */
export function urljoin(base: string, url: string | null, allowFragments?: boolean): string;
export function urljoin(base: string | null, url: string, allowFragments?: boolean): string;
export function urljoin(base: string | null, url: string | null, allowFragments?: boolean): string | null;
export function urljoin(base: string | null, url: string | null, allowFragments = true): string | null {
  if (!base) return url;
  if (!url) return base;
  const from = splitUrl(base, "", allowFragments);
  const to = splitUrl(url, from.scheme, allowFragments);
  const { scheme } = to;
  if (scheme !== from.scheme || !relativeSchemes.has(scheme)) return url;
  const netloc = (hostSchemes.has(scheme) && from.netloc) || to.netloc;
  const path = withoutEmptyParameters(to.path, scheme);
  if (hostSchemes.has(scheme) && to.netloc !== "") return unsplitUrl({ ...to, path });
  if (path.startsWith("/")) return unsplitUrl({ ...to, netloc, path });
  if (path !== "") return unsplitUrl({ ...to, netloc, path: joinPaths(from.path, path, scheme) });
  const query = to.query || from.query;
  return unsplitUrl({ ...to, netloc, path: withoutEmptyParameters(from.path, scheme), query });
}

/** `a;` to `a`: urlparse loses the mark of parameters that are empty. */
function withoutEmptyParameters(path: string, scheme: string): string {
  return parameterSchemes.has(scheme) ? path.replace(/(^|\/)([^/;]*);$/, "$1$2") : path;
}

function joinPaths(from: string, to: string, scheme: string): string {
  const [, plain = to, parameters = ""] =
    (parameterSchemes.has(scheme) && /^((?:[^]*\/)?[^/;]*)(;[^/]*)$/.exec(to)) || [];
  let segments = from.split("/").slice(0, -1).concat(plain.split("/"));
  if (segments.at(-1) === ".") segments[segments.length - 1] = "";
  segments = segments.filter((segment) => segment !== ".");
  for (let at = 1; at < segments.length - 1; at++) {
    const before = segments[at - 1];
    if (segments[at] !== ".." || before === "" || before === "..") continue;
    segments.splice(at - 1, 2);
    at = 0;
  }
  if (segments.length === 2 && segments[0] === "" && segments[1] === "..") segments[1] = "";
  else if (segments.length >= 2 && segments.at(-1) === "..") segments.splice(-2, 2, "");
  return segments.join("/") + parameters;
}
