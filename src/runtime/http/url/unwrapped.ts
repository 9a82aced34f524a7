import { stripSpace } from "../../python/text/stripSpace.ts";

/** `urllib.unwrap`: `<URL:http://h/>` without what is around it. */
export function unwrapped(url: string): string {
  const inner = /^<([^]*)>$/.exec(stripSpace(url))?.[1] ?? url;
  return stripSpace(stripSpace(inner).replace(/^URL:/, ""));
}
