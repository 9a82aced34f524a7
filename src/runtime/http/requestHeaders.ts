import { headerField } from "./headerField.ts";

const urllib2Fields: readonly (readonly [string, string])[] = [
  ["Accept-Encoding", "identity"],
  ["User-Agent", "Python-urllib/2.7"],
];

/** The header fields of a request: the program's, in the capitals urllib2 gives them, and those the library adds: `own`. */
export function requestHeaders(
  headers: Iterable<readonly [string, string]>,
  host: string,
  method: string,
  body: Uint8Array | null,
  own: Iterable<readonly [string, string]> = urllib2Fields,
): ReadonlyMap<string, string> {
  const fields = new Map(own).set("Host", host);
  if (body !== null) fields.set("Content-Type", "application/x-www-form-urlencoded");
  if (body !== null || /^(patch|post|put)$/i.test(method)) fields.set("Content-Length", String(body?.length ?? 0));
  for (const [name, value] of headers) {
    fields.set(...headerField(titleCase(name), value));
  }
  return fields.set("Connection", "close");
}

function titleCase(name: string): string {
  return name.replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}
