/** `urllib.unwrap`: `<URL:http://h/>` without what is around it. */
export function unwrapped(url: string): string {
  const inner = /^<([^]*)>$/.exec(url.trim())?.[1] ?? url;
  return inner.trim().replace(/^URL:/, "").trim();
}
