import type { ConnectionOptions } from "node:tls";
import { carriedFields } from "./carriedFields.ts";
import { getDefaultTimeout } from "./defaultTimeout.ts";
import { endlessRedirect } from "./endlessRedirect.ts";
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

/** A request that is about to be sent. */
export interface Draft {
  readonly request: WireRequest;
  /** The header fields that go with it to where a redirect leads. */
  readonly kept: Iterable<readonly [string, string]>;
  /** How it goes by way of a proxy that was set on it. */
  readonly route?: ((direct: WireRequest) => WireRequest) | null;
}

/** A request that was made before it is sent, as `urllib2.Request`; `body` is given to it first, unless that is null. */
export interface RequestLike {
  draft(body: string | Uint8Array | null): Draft;
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
  const given = Symbol.iterator in headers ? headers : Object.entries(headers);
  const method = options.method ?? (data === null ? "GET" : "POST");
  const draft: Draft =
    typeof target === "string"
      ? { request: prepareRequest(target, method, given, data), kept: given }
      : target.draft(data);
  let { request } = draft;
  let route = draft.route ?? throughEnvironment;
  const visits = new Map<string, number>();
  for (;;) {
    const answer = await openRequest({ ...route(request), tls }, timeout);
    const { status, reason, fields, body } = answer;
    if (status >= 200 && status < 300) return toResponse(answer, request.url);
    const url = redirectTarget(request, answer);
    const visited = visits.get(url ?? "") ?? 0;
    if (url === null || visited >= 4 || visits.size >= 10) {
      const message = url === null ? reason : endlessRedirect + reason;
      throw new HTTPError(request.url, status, message, responseHeaders(fields), body);
    }
    visits.set(url, visited + 1);
    // The answer must be complete before the next request; a fault in its body is raised here.
    if (body !== null) await readToEnd(body);
    request = prepareRequest(url.replaceAll(" ", "%20"), "GET", carriedFields(draft.kept, request.url, url), null);
    route = throughEnvironment;
  }
}
