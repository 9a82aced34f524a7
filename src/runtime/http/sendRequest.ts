import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { ValueError } from "../python/exceptions/ValueError.ts";
import { SocketError } from "./errors/SocketError.ts";
import { URLError } from "./errors/URLError.ts";
import { bodyStream } from "./bodyStream.ts";
import { exactDispatcher } from "./exactDispatcher.ts";
import { Exchange } from "./Exchange.ts";
import { openError } from "./openError.ts";
import { platformFault } from "./platformFault.ts";
import type { Head } from "./parseHead.ts";
import type { WireRequest } from "./WireRequest.ts";

/** An answer of any status; nothing has been read of the body. */
export interface Answer extends Head {
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * Sends one request and awaits the head of the answer; follows no redirect. `timeout` is in seconds, null for none. `onConnect` is
 * called when the connection stands.
 */
export async function sendRequest(
  request: WireRequest,
  timeout: number | null,
  onConnect: () => void = () => {},
): Promise<Answer> {
  if (timeout !== null && timeout < 0) throw new ValueError("Timeout value out of range");
  if (timeout === 0) throw new URLError(new SocketError(115, "Operation now in progress"));
  const exchange = new Exchange(request, timeout);
  exchange.onConnect = onConnect;
  const { method, headers, body, exactly } = request;
  const init: RequestInit = { method, redirect: "manual", signal: exchange.signal };
  if (method !== "GET" && method !== "HEAD") init.body = body;
  Object.assign(init, { dispatcher: exactDispatcher(exchange) ?? undefined });
  if ((request.connect ?? request.tls) && !exchange.dials) {
    throw new UntranslatedError("U0103", "a proxy or a TLS context, without Node's own fetch");
  }
  // A head that is replaced on its way may have what fetch does not take.
  if (!exactly || !exchange.dials)
    init.headers = Array.from(headers, ([name, value]): [string, string] => [name, value]);
  exchange.wait();
  const response = await fetch(request.target, init)
    .catch((failure: unknown) => {
      // fetch refuses some ports (6000, 6667 …), though it has no say in where the connection goes.
      if (!exchange.dials || platformFault(failure).message !== "bad port") throw failure;
      const { protocol, hostname } = new URL(request.target);
      return fetch(`${protocol}//${hostname}/`, init);
    })
    .catch((failure: unknown) => {
      exchange.rest();
      throw exchange.reason ?? openError(failure, exchange.connected);
    });
  exchange.rest();
  exchange.answer.head ??= { status: response.status, reason: response.statusText, fields: [...response.headers] };
  return { ...exchange.answer.head, body: response.body && bodyStream(response.body, exchange) };
}
