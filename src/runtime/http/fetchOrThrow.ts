import { AttributeError } from "../python/exceptions/AttributeError.ts";
import type { ConnectionOptions } from "node:tls";
import { carriedFields } from "./carriedFields.ts";
import { getDefaultTimeout } from "./defaultTimeout.ts";
import { HTTPError } from "./errors/HTTPError.ts";
import { installedOpener } from "./installedOpener.ts";
import { prepareRequest } from "./prepareRequest.ts";
import { throughEnvironment } from "./proxy/throughEnvironment.ts";
import { readToEnd } from "./readToEnd.ts";
import { redirectTarget } from "./redirectTarget.ts";
import { responseHeaders } from "./responseHeaders.ts";
import { openRequest } from "./sendRequest.ts";
import { toResponse } from "./toResponse.ts";
import type { WireRequest } from "./WireRequest.ts";

/** What a request is made of, if it is more than a URL. */
export interface FetchOptions {
  /** Without it POST if there is a body, else GET. */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]> | undefined;
  readonly body?: string | Uint8Array | null | undefined;
  /** Seconds for each operation of the socket, null for ever. Without it, what `setDefaultTimeout` says. */
  readonly timeout?: number | null | undefined;
  /** How https connections are made. An installed opener is passed over then. */
  readonly context?: { readonly connectionOptions: ConnectionOptions } | null | undefined;
}

/** A request that was made before it is sent, as `urllib2.Request`. */
export interface RequestLike {
  readonly headers: Iterable<readonly [string, string]>;
  /** Those that are not sent to where a redirect leads. */
  readonly unredirectedHdrs: Iterable<readonly [string, string]>;
  getFullUrl(): string;
  getMethod(): string;
  getData(): string | Uint8Array | null;
  addData(data: string | Uint8Array): void;
  /** How it goes by way of a proxy that was set on it. */
  readonly route?: ((direct: WireRequest) => WireRequest) | null;
}

/**
 * The platform's `fetch` under the rules of `urllib2.urlopen`: its header fields, its redirects, a timeout for each
 * operation, the environment's proxies, a URLError or another of Python's exceptions for each fault, and an HTTPError for a status that is not 2xx.
 * Reading the response's body rejects with Python's exceptions too. An opener that the program has installed goes first.
 */
export async function fetchOrThrow(target: string | RequestLike, options: FetchOptions = {}): Promise<Response> {
  const tls = options.context?.connectionOptions;
  if (installedOpener.open !== null && tls === undefined) return installedOpener.open(target, options);
  const { body: data = null, headers = {}, timeout = getDefaultTimeout() } = options;
  if (typeof target !== "string" && data !== null) target.addData(data);
  const kept =
    typeof target !== "string" ? target.headers : Symbol.iterator in headers ? headers : Object.entries(headers);
  let request =
    typeof target === "string"
      ? prepareRequest(target, options.method ?? (data === null ? "GET" : "POST"), kept, data)
      : prepareRequest(target.getFullUrl(), methodOf(target), [...kept, ...target.unredirectedHdrs], target.getData());
  let route = (typeof target === "string" ? null : target.route) ?? throughEnvironment;
  const visits = new Map<string, number>();
  for (;;) {
    const answer = await openRequest({ ...route(request), tls }, timeout);
    const { status, reason, fields, body } = answer;
    if (status >= 200 && status < 300) return toResponse(answer, request.url);
    const url = redirectTarget(request, answer);
    const visited = visits.get(url ?? "") ?? 0;
    if (url === null || visited >= 4 || visits.size >= 10) {
      throw new HTTPError(request.url, status, url === null ? reason : endless + reason, responseHeaders(fields), body);
    }
    visits.set(url, visited + 1);
    // The answer must be complete before the next request; a fault in its body is raised here.
    if (body !== null) await readToEnd(body);
    request = prepareRequest(url.replaceAll(" ", "%20"), "GET", carriedFields(kept, request.url, url), null);
    route = throughEnvironment;
  }
}

const endless =
  "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n";

/** The method of a request. A derived class may give None: with data that goes out as it is, without httplib asks it for `upper`. */
function methodOf(request: RequestLike): string {
  const method: string | null = request.getMethod();
  if (method !== null) return method;
  if (request.getData() === null) throw new AttributeError("'NoneType' object has no attribute 'upper'");
  return "None";
}
