import { headerField } from "./headerField.ts";
import { protocol } from "./protocol.ts";

/** What urllib2's own opener adds. */
export const urllib2Fields: readonly (readonly [string, string])[] = [["User-Agent", "Python-urllib/2.7"]];

/**
 * The header fields of a request: the program's, in the capitals urllib2 gives them, and those that the library (`own`: the
 * opener) adds. Those that each request has are in the order in which Python sends them.
 */
export function requestHeaders(
  headers: Iterable<readonly [string, string]>,
  host: string,
  method: string,
  body: Uint8Array | null,
  own: Iterable<readonly [string, string]> = urllib2Fields,
): ReadonlyMap<string, string> {
  const fields = new Map(protocol.number === 11 ? [["Accept-Encoding", "identity"]] : []);
  if (body !== null || /^(patch|post|put)$/i.test(method)) fields.set("Content-Length", String(body?.length ?? 0));
  fields.set(...headerField("Host", host));
  if (body !== null) fields.set("Content-Type", "application/x-www-form-urlencoded");
  fields.set("Connection", "close");
  for (const [name, value] of own) fields.set(name, value);
  for (const [name, value] of headers) fields.set(...headerField(titleCase(name), value));
  return fields.set("Connection", "close");
}

function titleCase(name: string): string {
  return name.replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}
