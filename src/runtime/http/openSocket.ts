import { connect as connectPlain } from "node:net";
import type { Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import { defaultTls } from "./defaultTls.ts";
import type { Exchange } from "./Exchange.ts";
import type { WireRequest } from "./WireRequest.ts";

/** How undici asks for a connection. */
export type Connector = (to: object, done: (error: Error | null, socket: Socket | null) => void) => void;

/** Connects for one request, under its timeout, and lets what is received pass its filter. */
export function openSocket(exchange: Exchange): Connector {
  const { secure, host, port, tls = defaultTls.options?.() } = exchange.request;
  let dialed = false;
  return (_, done) => {
    // undici would connect again for a request that was given up.
    if (dialed) return done(new Error("one connection a request"), null);
    dialed = true;
    const socket = secure ? connectSecure({ host, port, ...tls }) : connectPlain({ host, port });
    socket.setNoDelay(true);
    const fail = (error: Error) => done(error, null);
    socket.once("error", fail).once(secure ? "secureConnect" : "connect", () => {
      socket.off("error", fail);
      done(null, socket);
    });
    filterAnswer(socket, exchange);
    if (exchange.request.exactly) sendExactly(socket, exchange.request);
    exchange.attach(socket);
  };
}

/** Replaces the head that undici writes by the request's own. */
function sendExactly(socket: Socket, { method, selector, headers, exactly }: WireRequest): void {
  const { write } = socket;
  socket.write = (first: unknown, ...rest: unknown[]): boolean => {
    socket.write = write;
    const isHead = typeof first === "string" && /^\S+ \S+ HTTP\/1\.1\r\n[^]*\r\n\r\n$/.test(first);
    const fields = Array.from(headers, ([name, value]) => `${name}: ${value}\r\n`).join("");
    const head = `${method} ${selector} ${exactly}\r\n${fields}\r\n`;
    return Reflect.apply(write, socket, [isHead ? head : first, ...rest]) as boolean;
  };
}

/** Lets what a socket receives pass the filter of its exchange. */
export function filterAnswer(socket: Socket, exchange: Exchange): void {
  const read: (size?: number) => Uint8Array | null = socket.read.bind(socket);
  socket.read = (size?: number) => {
    const bytes = read(size);
    try {
      return bytes && exchange.answer.pass(bytes);
    } catch (error) {
      socket.destroy(error instanceof Error ? error : undefined);
      return null;
    }
  };
}
