import { subscribe } from "node:diagnostics_channel";
import type { Connection, Exchange } from "./Exchange.ts";
import type { WireRequest } from "./WireRequest.ts";

/** The callbacks that fetch gives to its dispatcher on Node 20, 22 and 24. */
interface Handler {
  onConnect(abort: (reason?: Error) => void): void;
  onHeaders(status: number, fields: Uint8Array[], resume: () => void, reason: string): boolean;
  onComplete(trailers: Uint8Array[]): void;
  onError(error: Error): void;
}

interface Dispatcher {
  dispatch(options: object, handler: Handler): boolean;
}

// A request's socket is announced while its `onConnect` is on the stack.
let announce: ((socket: Connection) => void) | null = null;
subscribe("undici:client:sendHeaders", (message) => {
  announce?.((message as { socket: Connection }).socket);
  announce = null;
});

/**
 * A dispatcher for the platform's fetch that sends exactly the given request, where fetch alone would add header fields
 * (`accept`, `sec-fetch-mode`), tidy the path, drop `Host` or refuse a body on GET; and that shows what fetch hides:
 * whether the connection was made, the body before it is decompressed, and a reset that looks like an end.
 *
 * Null where fetch is not Node's own; it then sends the request in its own way.
 */
export function exactDispatcher(request: WireRequest, exchange: Exchange): Dispatcher | null {
  // Naming the class makes Node load its fetch, which then has a dispatcher.
  if (typeof Response === "undefined") return null;
  const platform: unknown = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
  if (!isDispatcher(platform)) return null;
  const { selector: path, method, body } = request;
  const options = { path, method, body, headers: [...request.headers].flat(), headersTimeout: 0, bodyTimeout: 0 };
  exchange.connected = false;
  return {
    dispatch: (defaults, handler) => platform.dispatch({ ...defaults, ...options }, watch(handler, exchange)),
  };
}

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof value === "object" && value !== null && "dispatch" in value;
}

/** The handler with an eye on what passes. Its own methods keep their state on `this`, so it is derived, not copied. */
function watch(handler: Handler, exchange: Exchange): Handler {
  return Object.assign(Object.create(handler) as Handler, {
    onConnect(this: Handler, abort: (reason?: Error) => void) {
      exchange.connected = true;
      announce = (socket) => exchange.attach(socket);
      handler.onConnect.call(this, abort);
    },
    onHeaders(this: Handler, status: number, fields: Uint8Array[], resume: () => void, reason: string) {
      const text = fields.map((field) => Array.from(field, (byte) => String.fromCharCode(byte)).join(""));
      const pairs = text.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, text[at + 1] ?? ""]] : []));
      exchange.head = { status, reason, fields: pairs };
      // Without its fields and status, fetch passes the body on as it is.
      return handler.onHeaders.call(this, status < 200 ? status : 200, [], resume, "");
    },
    onComplete(this: Handler, trailers: Uint8Array[]) {
      exchange.fault = exchange.socket?.errored;
      handler.onComplete.call(this, trailers);
    },
    onError(this: Handler, error: Error) {
      if (exchange.head === null || exchange.signal.aborted) return handler.onError.call(this, error);
      // An error would make fetch drop what has come and was not read yet.
      exchange.fault = exchange.socket?.errored ?? error;
      handler.onComplete.call(this, []);
    },
  });
}
