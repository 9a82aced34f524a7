import { urlparse } from "./urlparse.ts";
import { urlunparse } from "./urlunparse.ts";

/** `urlparse.urldefrag`: a URL without its fragment, and the fragment. */
export function urldefrag(url: string): [url: string, fragment: string] {
  if (!url.includes("#")) return [url, ""];
  const parts = [...urlparse(url)];
  const fragment = parts.pop() ?? "";
  return [urlunparse([...parts, ""]), fragment];
}
