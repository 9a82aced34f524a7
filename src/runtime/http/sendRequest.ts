import { ValueError } from "../python/exceptions/ValueError.ts";
import { bodyStream } from "./bodyStream.ts";
import { Connection } from "./Connection.ts";
import { SocketError } from "./errors/SocketError.ts";
import { URLError } from "./errors/URLError.ts";
import { framing } from "./framing.ts";
import { latin1Bytes } from "./latin1.ts";
import { platformExchange } from "./platformExchange.ts";
import { protocol } from "./protocol.ts";
import { readHead } from "./readHead.ts";
import type { Head } from "./readHead.ts";
import type { WireRequest } from "./WireRequest.ts";

/** An answer of any status; nothing has been read of the body. */
export interface Answer extends Head {
  readonly body: ReadableStream<Uint8Array> | null;
}

/** A request that has been sent. */
export interface Exchange {
  /** Awaits the head of the answer. */
  answer(): Promise<Answer>;
}

/** As urllib2 sends a request: what goes wrong with the socket before the answer is wrapped in a URLError. */
export async function openRequest(request: WireRequest, timeout: number | null): Promise<Answer> {
  if (request.refusal && !request.proxy) throw request.refusal;
  const exchange = await sendRequest(request, timeout).catch((error: unknown) => {
    throw error instanceof SocketError ? new URLError(error) : error;
  });
  return exchange.answer();
}

/**
 * Sends one request by the platform's fetch; follows no redirect. `timeout` is in seconds for each operation, null for none.
 *
 * Fetch would add header fields, decode bodies, and hide or refuse much of what Python sees. Node's lets a dispatcher do
 * the exchange, and ours does it over a socket. What stands in for it answers for itself: a test's mock, a dispatcher that
 * the program has installed, another platform's fetch.
 */
export async function sendRequest(request: WireRequest, timeout: number | null): Promise<Exchange> {
  if (timeout !== null && timeout < 0) throw new ValueError("Timeout value out of range");
  if (timeout === 0) throw new SocketError(115, "Operation now in progress");
  let own: Promise<Exchange> | null = null;
  const dispatch = (): never => {
    own = overSocket(request, timeout);
    throw new Error("is answered over a socket");
  };
  try {
    return await platformExchange(request, timeout, { dispatch });
  } catch (error) {
    // What fetch refuses, ports (6000, 6667 …) and methods (TRACE), never gets to the dispatcher.
    const refused = error instanceof Error && /^bad port$|HTTP method is unsupported/.test(error.message);
    if (refused) return overSocket(request, timeout);
    if (own === null) throw error;
    return own;
  }
}

async function overSocket(request: WireRequest, timeout: number | null): Promise<Exchange> {
  const { secure, host, port, from, tls, proxy, method, selector, headers, body, kept } = request;
  const version = request.version ?? request.protocol ?? protocol.text;
  const connection = kept?.open ?? new Connection(timeout);
  try {
    if (connection !== kept?.open) {
      await connection.connect({ host: proxy?.host ?? host, port: proxy?.port ?? port, ...from });
      await proxy?.tunnel?.(connection);
      if (secure) await connection.secure(host, tls);
      if (kept !== undefined) kept.open = connection;
    }
    const fields = Array.from(headers, ([name, value]) => `${name}: ${value}\r\n`).join("");
    await connection.send(latin1Bytes(`${method} ${selector} ${version}\r\n${fields}\r\n`));
    if (body !== null && body.length > 0) await connection.send(body);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { answer: () => readAnswer(connection, request) };
}

async function readAnswer(connection: Connection, { method, version, kept }: WireRequest): Promise<Answer> {
  try {
    const head = await readHead(connection);
    // What urllib reads goes on to the end of the connection, whatever the head says.
    const length = version === "HTTP/1.0" ? null : framing(head, method);
    const stays = kept?.staysOpen(head, method) === true ? kept : null;
    if (kept !== undefined && stays === null) kept.open = null;
    if (length === 0 && stays === null) connection.close();
    return { ...head, body: length === 0 ? null : bodyStream(connection, length, stays) };
  } catch (error) {
    connection.close();
    throw error;
  }
}
