import type { AnswerFilter } from "./AnswerFilter.ts";
import type { Exchange } from "./Exchange.ts";
import { latin1Text } from "./latin1.ts";
import { openSocket } from "./openSocket.ts";
import type { Connector } from "./openSocket.ts";
import { platformFault } from "./platformFault.ts";

/** The callbacks that fetch gives to its dispatcher on Node 20, 22 and 24. */
interface Handler {
  onConnect(abort: (reason?: Error) => void): void;
  onHeaders(status: number, fields: Uint8Array[], resume: () => void, reason: string): boolean;
  onData(bytes: Uint8Array): boolean;
  onComplete(trailers: Uint8Array[]): void;
  onError(error: Error): void;
}

interface Dispatcher {
  dispatch(options: object, handler: Handler): boolean;
}

/**
 * A dispatcher for the platform's fetch that sends exactly the given request, where fetch alone would add header fields
 * (`accept`, `sec-fetch-mode`), tidy the path, drop `Host` or refuse a body on GET; and that shows what fetch hides.
 *
 * Null where fetch is not Node's own. A dispatcher that the program has installed is used, but answers are then the platform's.
 */
export function exactDispatcher(exchange: Exchange): Dispatcher | null {
  // Naming the class makes Node load its fetch, which then has a dispatcher.
  if (typeof Response === "undefined") return null;
  const installed: unknown = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
  if (!isDispatcher(installed)) return null;
  const { selector: path, method, body, headers, exactly, connect = openSocket } = exchange.request;
  const { constructor: Agent } = installed;
  exchange.dials = Agent.name === "Agent";
  // A head that is replaced on its way has nothing to be refused.
  const fields = exactly && exchange.dials ? ["connection", "close"] : [...headers].flat();
  const exact = { path, method, body, headers: fields, headersTimeout: 0, bodyTimeout: 0 };
  const dispatcher = exchange.dials ? new Agent({ connect: connect(exchange) }) : installed;
  return {
    dispatch(options, handler) {
      exchange.connected = false;
      return dispatcher.dispatch({ ...options, ...exact }, watch(handler, exchange));
    },
  };
}

type Installed = Dispatcher & { readonly constructor: new (options: { connect: Connector }) => Dispatcher };

function isDispatcher(value: unknown): value is Installed {
  return typeof value === "object" && value !== null && "dispatch" in value;
}

/** The handler with an eye on what passes. Its own methods keep their state on `this`, so it is derived, not copied. */
function watch(handler: Handler, exchange: Exchange): Handler {
  const { answer } = exchange;
  return Object.assign(Object.create(handler) as Handler, {
    onConnect(this: Handler, abort: (reason?: Error) => void) {
      exchange.connected = true;
      exchange.onConnect();
      handler.onConnect.call(this, abort);
    },
    onHeaders(this: Handler, status: number, fields: Uint8Array[], resume: () => void, reason: string) {
      const text = fields.map(latin1Text);
      const pairs = text.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, text[at + 1] ?? ""]] : []));
      answer.head ??= { status, reason, fields: pairs };
      // Without its fields and status, fetch passes the body on as it is.
      return handler.onHeaders.call(this, 200, [], resume, "");
    },
    onComplete(this: Handler, trailers: Uint8Array[]) {
      exchange.fault = exchange.socketFault;
      handler.onComplete.call(this, trailers);
    },
    onError(this: Handler, error: Error) {
      exchange.fault = exchange.socketFault ?? error;
      if (exchange.signal.aborted) return handler.onError.call(this, error);
      if (answer.head === null) {
        const body = headless(answer, exchange.fault);
        if (body instanceof Error) return handler.onError.call(this, body);
        handler.onHeaders.call(this, 200, [], () => {}, "");
        handler.onData.call(this, body);
      }
      // An error would make fetch drop what has come and was not read yet.
      handler.onComplete.call(this, []);
    },
  });
}

/** What comes of a connection that failed before the head was complete: if it was only closed, Python makes do with that. */
function headless(answer: AnswerFilter, fault: unknown): Uint8Array | Error {
  const { code, error } = platformFault(fault);
  try {
    return code === "UND_ERR_SOCKET" ? answer.end() : error;
  } catch (refusal) {
    return refusal instanceof Error ? refusal : error;
  }
}
