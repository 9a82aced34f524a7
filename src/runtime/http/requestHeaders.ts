import { headerField } from "./headerField.ts";

const urllib2Fields: readonly (readonly [string, string])[] = [
  ["Accept-Encoding", "identity"],
  ["User-Agent", "Python-urllib/2.7"],
];

/** The header fields of a request: the program's, in the capitals urllib2 gives them, and those the library adds: `own`. */
export function requestHeaders(
  headers: Iterable<readonly [string, string]>,
  host: string,
  hasBody: boolean,
  own: Iterable<readonly [string, string]> = urllib2Fields,
): ReadonlyMap<string, string> {
  const fields = new Map(own).set("Host", host);
  if (hasBody) fields.set("Content-Type", "application/x-www-form-urlencoded");
  for (const [name, value] of headers) {
    fields.set(...headerField(titleCase(name), value));
  }
  return fields.set("Connection", "close");
}

function titleCase(name: string): string {
  return name.replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}
