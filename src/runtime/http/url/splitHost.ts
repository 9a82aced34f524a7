/** What follows a scheme, as host and path; null for the host if there is none. */
export function splitHost(url: string): [host: string | null, path: string] {
  const [, host, path = ""] = /^\/\/([^/#?]*)([^]*)$/.exec(url) ?? [];
  return host === undefined ? [null, url] : [host, path.replace(/^(?=[^/])/, "/")];
}
