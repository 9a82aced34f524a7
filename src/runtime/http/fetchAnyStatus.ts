import { EOFError } from "../python/exceptions/EOFError.ts";
import { IOError } from "../python/exceptions/IOError.ts";
import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { reprStr } from "../python/repr/reprStr.ts";
import { getDefaultTimeout } from "./defaultTimeout.ts";
import { BadStatusLine } from "./errors/BadStatusLine.ts";
import { SocketError } from "./errors/SocketError.ts";
import { URLError } from "./errors/URLError.ts";
import { fieldValue } from "./framing.ts";
import { latin1ToText } from "./latin1.ts";
import { prepareRequest } from "./prepareRequest.ts";
import { responseHeaders } from "./responseHeaders.ts";
import { sendRequest } from "./sendRequest.ts";
import type { Answer } from "./sendRequest.ts";
import { splitRequestUrl } from "./splitRequestUrl.ts";
import { toResponse } from "./toResponse.ts";
import { quote } from "./url/quote.ts";
import { unquote } from "./url/unquote.ts";
import { urljoin } from "./url/urljoin.ts";

const ownFields: readonly (readonly [string, string])[] = [
  ["User-Agent", "Python-urllib/1.17"],
  ["Accept", "*/*"],
];

/**
 * The platform's `fetch` under the rules of `urllib.urlopen`: any status is an answer, the tenth redirect ends as an answer
 * with the status 500, and what fails on the way is an IOError whose first argument says where. Data make it a POST.
 *
 * Where urllib speaks HTTP/1.0 and reads to the end of the connection, this speaks 1.1 and minds lengths and chunks.
 */
export async function fetchAnyStatus(url: string, data: string | Uint8Array | null = null): Promise<Response> {
  let target = url;
  let content = data;
  for (let redirects = 1; ; redirects++) {
    target = quote(splitRequestUrl(target).full, "%/:=&?~#+!$,;'@()*[]|");
    const answer = await open(target, content);
    const { status, reason, fields, body } = answer;
    if (status === 401 || status === 407) refuse(answer);
    const follows = [301, 302, 303].includes(status) || (status === 307 && content === null);
    const location = fieldValue(fields, "location") ?? fieldValue(fields, "uri");
    if (!follows || (redirects < 10 && location === null)) return toResponse(answer, target);
    if (redirects >= 10) {
      return toResponse({ ...answer, status: 500, reason: "Internal Server Error: Redirect Recursion" }, target);
    }
    await body?.cancel();
    target = urljoin(target, latin1ToText(location ?? ""));
    if (!/^(https?|ftp):\/\//i.test(target)) {
      const refusal = `${reason} - Redirection to url '${target}' is not allowed`;
      throw new IOError("redirect error", status, refusal, responseHeaders(fields));
    }
    content = null;
  }
}

async function open(target: string, content: string | Uint8Array | null): Promise<Answer> {
  const { full, original, scheme } = splitRequestUrl(target);
  if (scheme === null || scheme === "file" || scheme === "ftp") {
    throw new UntranslatedError("U0103", `urllib.urlopen(${reprStr(target)})`);
  }
  if (!/^https?$/.test(scheme)) throw new IOError("url error", "unknown url type", scheme);
  const [, login] = /^[^/:]+:\/\/([^/?#]*)@/.exec(target) ?? [];
  const fields: [string, string][] = login === undefined ? [] : [["Authorization", `Basic ${btoa(unquote(login))}`]];
  const anonymous = login === undefined ? target : target.replace(`${login}@`, "");
  try {
    const request = prepareRequest(anonymous, content === null ? "GET" : "POST", fields, content, ownFields);
    // urllib takes the fragment for a part of the path.
    const selector = request.selector + full.slice(original.length);
    return await sendRequest({ ...request, selector }, getDefaultTimeout());
  } catch (error) {
    throw asIOError(error);
  }
}

/** urllib tells apart by the first argument what urllib2 tells apart by class. Other errors are the same in both. */
function asIOError(error: unknown): unknown {
  const cause = error instanceof URLError ? error.reason : error;
  if (typeof cause === "string") return new IOError("http error", cause);
  if (cause instanceof SocketError) return new IOError("socket error", cause);
  return cause instanceof BadStatusLine ? new IOError("http protocol error", 0, "got a bad status line", null) : error;
}

/** A password is asked for on the terminal, which a program that talks to servers does not have; other schemes are errors. */
function refuse({ status, reason, fields }: Answer): never {
  const challenge = fieldValue(fields, status === 401 ? "www-authenticate" : "proxy-authenticate");
  if (challenge !== null && /^\s*basic\s+realm="/i.test(challenge)) throw new EOFError("EOF when reading a line");
  throw new IOError("http error", status, reason, responseHeaders(fields));
}
