import { HTTPError } from "./errors/HTTPError.ts";
import { latin1ToText } from "./latin1.ts";
import { responseHeaders } from "./responseHeaders.ts";
import { resolveLocation } from "./resolveLocation.ts";
import type { Answer } from "./sendRequest.ts";
import type { WireRequest } from "./WireRequest.ts";

/**
 * Where an answer sends its request to, by the rules of `urllib2.HTTPRedirectHandler`; null if it is no redirect. An
 * HTTPError if urllib2 does not follow it: another method than GET, HEAD or (not for a 307) POST, or not to HTTP.
 */
export function redirectTarget(request: WireRequest, answer: Answer): string | null {
  const { status, reason, fields, body } = answer;
  if (![301, 302, 303, 307].includes(status)) return null;
  const location = ["location", "uri"].flatMap((name) => fields.filter((field) => field[0].toLowerCase() === name))[0];
  if (location === undefined) return null;
  const url = resolveLocation(request.url, latin1ToText(location[1]));
  const refuse = (at: string, message: string): never => {
    throw new HTTPError(at, status, message, responseHeaders(fields), body);
  };
  if (!/^(https?|ftp):\/\//i.test(url)) refuse(url, `${reason} - Redirection to url '${url}' is not allowed`);
  const follows = ["GET", "HEAD", ...(status === 307 ? [] : ["POST"])].includes(request.method);
  return follows ? url : refuse(request.url, reason);
}
