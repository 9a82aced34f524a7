import type { HttpConnection } from "../connection/HttpConnection.ts";
import { SocketError } from "../errors/SocketError.ts";
import { URLError } from "../errors/URLError.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import { latin1ToText } from "../latin1.ts";
import { prepareRequest } from "../prepareRequest.ts";
import type { Awaitable } from "./BaseHandler.ts";

/** `do_open`: sends a request by a connection that the program makes, for a host and its seconds for each operation; any status is an answer. */
export async function openThrough(
  make: (host: string, timeout: number | null) => Awaitable<HttpConnection>,
  request: HttpRequest,
): Promise<Response> {
  const host = request.getHost();
  if (!host) throw new URLError("no host given");
  const connection = await make(host, request.timeout);
  const fields = new Map([...request.headers, ...request.unredirectedHdrs]);
  if (!request.headers.has("Content-length")) fields.delete("Content-length");
  const direct = prepareRequest(request.getFullUrl(), request.getMethod(), fields, request.getData(), []);
  const headers = new Map(Array.from(direct.headers, ([name, value]) => [name, latin1ToText(value)] as const));
  if (request.tunnelHost !== null) {
    const password = headers.get("Proxy-Authorization");
    headers.delete("Proxy-Authorization");
    connection.setTunnel(request.tunnelHost, null, password === undefined ? {} : { "Proxy-Authorization": password });
  }
  try {
    await connection.request(request.getMethod(), request.getSelector(), direct.body, headers);
  } catch (error) {
    connection.close();
    throw error instanceof SocketError ? new URLError(error) : error;
  }
  return connection.lastResponse(direct.url);
}
