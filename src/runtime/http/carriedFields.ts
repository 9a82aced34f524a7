import { splitRequestUrl } from "./splitRequestUrl.ts";

/**
 * The header fields that go with a request to where a redirect leads: all but those of the body. urllib2 sends passwords
 * and cookies to whatever host that is; here they stay behind when the host changes or the connection is no longer TLS.
 */
export function carriedFields(
  fields: Iterable<readonly [string, string]>,
  from: string,
  to: string,
): (readonly [string, string])[] {
  const before = splitRequestUrl(from);
  const after = splitRequestUrl(to);
  const trusted =
    hostName(before.host) === hostName(after.host) && (before.scheme === "http" || after.scheme === "https");
  const left = new Set(["content-length", "content-type"]);
  if (!trusted) for (const secret of ["authorization", "cookie", "proxy-authorization"]) left.add(secret);
  return Array.from(fields).filter(([name]) => !left.has(name.toLowerCase()));
}

function hostName(host: string | null): string | undefined {
  return host?.replace(/:[^\]:]*$/, "").toLowerCase();
}
