import { ValueError } from "../python/exceptions/ValueError.ts";
import { HTTPException } from "./errors/HTTPException.ts";
import { SocketError } from "./errors/SocketError.ts";
import { URLError } from "./errors/URLError.ts";
import { bodyStream } from "./bodyStream.ts";
import { exactDispatcher } from "./exactDispatcher.ts";
import { Exchange } from "./Exchange.ts";
import type { Head } from "./Exchange.ts";
import { openError } from "./openError.ts";
import type { WireRequest } from "./WireRequest.ts";

/** An answer of any status; nothing has been read of the body. */
export interface Answer extends Head {
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Sends one request and awaits the head of the answer; follows no redirect. `timeout` is in seconds, null for none. */
export async function sendRequest(request: WireRequest, timeout: number | null): Promise<Answer> {
  if (timeout !== null && timeout < 0) throw new ValueError("Timeout value out of range");
  if (timeout === 0) throw new URLError(new SocketError(115, "Operation now in progress"));
  const exchange = new Exchange(request.secure, timeout);
  const { method, body } = request;
  const init: RequestInit = { method, headers: [...request.headers], redirect: "manual", signal: exchange.signal };
  if (method !== "GET" && method !== "HEAD") init.body = body;
  Object.assign(init, { dispatcher: exactDispatcher(request, exchange) ?? undefined });
  exchange.wait();
  const response = await fetch(request.target, init).catch((failure: unknown) => {
    exchange.rest();
    throw openError(failure, exchange.connected);
  });
  exchange.rest();
  const { status, statusText: reason } = response;
  const head: Head = exchange.head ?? { status, reason, fields: [...response.headers] };
  if (head.fields.length > 100) throw new HTTPException("got more than 100 headers");
  const chunked = head.fields.some(([name, value]) => /^transfer-encoding$/i.test(name) && /^chunked$/i.test(value));
  const hasBody = response.body !== null && method !== "HEAD" && head.status !== 204 && head.status !== 304;
  return { ...head, body: hasBody ? bodyStream(response.body, exchange, chunked) : null };
}
