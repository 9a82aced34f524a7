/** The scheme of a URL in lower case, null if it has none, and what follows. */
export function splitScheme(url: string): [scheme: string | null, rest: string] {
  const scheme = /^([^/:]+):/.exec(url)?.[1];
  return scheme === undefined ? [null, url] : [scheme.toLowerCase(), url.slice(scheme.length + 1)];
}
