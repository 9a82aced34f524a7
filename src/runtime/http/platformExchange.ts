import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { BadStatusLine, IncompleteRead } from "./errors/HTTPException.ts";
import { SocketTimeout } from "./errors/SocketError.ts";
import { responseHeaders } from "./responseHeaders.ts";
import type { Exchange } from "./sendRequest.ts";
import { socketError } from "./socketError.ts";
import type { WireRequest } from "./WireRequest.ts";

type PlatformFault = Error & { readonly code?: string; readonly syscall?: string };

/** A request by the platform's fetch as it is. Python's exceptions are raised as far as fetch tells what happened. */
export async function platformExchange(
  request: WireRequest,
  timeout: number | null,
  dispatcher: object,
): Promise<Exchange> {
  const { target, method, headers, body, tls, proxy } = request;
  const aborter = new AbortController();
  /** Fails as the innermost error does: fetch wraps that of the connection. */
  const inTime = async <T>(operation: Promise<T>): Promise<T> => {
    const limited = timeout !== null && timeout < 2e6;
    const timer = limited ? setTimeout(() => aborter.abort(), timeout * 1000) : undefined;
    return operation
      .catch((failure: Error) => {
        if (aborter.signal.aborted) throw new SocketTimeout("timed out");
        throw failure.cause instanceof Error ? failure.cause : failure;
      })
      .finally(() => clearTimeout(timer));
  };
  // What the program has installed is known to fetch by this name.
  const installed: unknown = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
  const init: RequestInit = {
    method,
    headers: responseHeaders([...headers]),
    body: method === "GET" || method === "HEAD" ? null : body,
    redirect: "manual",
    signal: aborter.signal,
  };
  if (installed === undefined || installed?.constructor.name === "Agent") Object.assign(init, { dispatcher });
  const response = await inTime(fetch(target, init)).catch((fault: PlatformFault) => {
    if (fault.code === "UND_ERR_SOCKET") {
      return new BadStatusLine("No status line received - the server has closed the connection");
    }
    if (fault.syscall === "read" || fault instanceof SocketTimeout) return socketError(fault);
    throw socketError(fault);
  });
  if (!(response instanceof Response)) return { answer: () => Promise.reject(response) };
  if (tls ?? proxy) throw new UntranslatedError("U0103", "a proxy or a TLS context, without Node's own fetch");
  const { status, statusText: reason } = response;
  const reader = response.body?.getReader();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await inTime(reader!.read()).catch((fault: PlatformFault) => {
          const short = /^UND_ERR_(SOCKET|RES_)/.test(fault.code ?? "") || fault.name === "HTTPParserError";
          if (!short) throw socketError(fault);
          // urllib2 does not compare lengths.
          if (response.headers.has("transfer-encoding")) throw new IncompleteRead(new Uint8Array());
          return { done: true as const, value: undefined };
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => reader!.cancel(),
    },
    { highWaterMark: 0 },
  );
  return { answer: async () => ({ status, reason, fields: [...response.headers], body: reader ? stream : null }) };
}
