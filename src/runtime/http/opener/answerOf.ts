import type { ConnectionOptions } from "node:tls";
import type { HttpRequest } from "../HttpRequest.ts";
import { prepareRequest } from "../prepareRequest.ts";
import { throughProxy } from "../proxy/throughProxy.ts";
import { openRequest } from "../sendRequest.ts";
import { toResponse } from "../toResponse.ts";

/** Sends a request and gives its answer, whatever its status. */
export async function answerOf(request: HttpRequest, tls?: ConnectionOptions): Promise<Response> {
  const fields = new Map([...request.headers, ...request.unredirectedHdrs]);
  // The platform counts the body itself, so a request that is sent again with other data keeps no old length.
  if (!request.headers.has("Content-length")) fields.delete("Content-length");
  const direct = prepareRequest(request.getFullUrl(), request.getMethod(), fields, request.getData(), []);
  return toResponse(await openRequest({ ...throughProxy(direct, request), tls }, request.timeout), direct.url);
}
