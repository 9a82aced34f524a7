import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer as createSecureServer } from "node:tls";
import type { TlsOptions } from "node:tls";
import { setTimeout as sleep } from "node:timers/promises";
import { scenarios } from "./scenarios.ts";

/** What a scenario does next: sends text (one byte a character), waits some milliseconds, takes the `next` request, or ends the connection. */
export type Step =
  | { readonly send: string }
  | { readonly wait: number }
  | "next"
  | "fin"
  | "fin under TLS"
  | "rst"
  | "hang";

/** A request as it came, with one byte in each character. */
export interface SeenRequest {
  readonly line: string;
  /** Its header fields as lines, as they came. */
  readonly fields: readonly string[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FaultServerOptions {
  readonly secure?: TlsOptions;
  /** Does this instead of reading a request: at once, or when the first bytes have come. */
  readonly instead?: { readonly at: "accept" | "bytes"; readonly steps: readonly Step[] };
  /** Where requests are written down; default in a list of its own. */
  readonly requests?: SeenRequest[];
}

/** A server on a raw socket. The path's first part names a scenario; a scenario makes of the request what happens next. */
export class FaultServer {
  readonly requests: SeenRequest[];
  readonly #server: Server;
  /** By the port of the client: below TLS, the connection itself. */
  readonly #sockets = new Map<number | undefined, Socket>();
  readonly #instead: FaultServerOptions["instead"];

  constructor({ secure, instead, requests = [] }: FaultServerOptions = {}) {
    this.requests = requests;
    this.#instead = instead;
    const options = { allowHalfOpen: true, noDelay: true };
    const serve = (socket: Socket): void => void this.#serve(socket.on("error", () => {}));
    this.#server =
      secure === undefined ? createServer(options, serve) : createSecureServer({ ...secure, ...options }, serve);
    this.#server.on("connection", (socket: Socket) => {
      const { remotePort } = socket;
      this.#sockets.set(remotePort, socket);
      socket.on("close", () => this.#sockets.delete(remotePort)).on("error", () => {});
    });
    this.#server.on("tlsClientError", (_: Error, socket: Socket) => socket.destroy());
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** Connections that are open on this side. */
  get open(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(socket: Socket): Promise<void> {
    if (this.#instead !== undefined) {
      if (this.#instead.at === "bytes") await once(socket, "data");
      socket.resume();
      return this.#play(socket, this.#instead.steps, 0);
    }
    const request = await readRequest(socket);
    if (request === null) return void socket.destroy();
    this.requests.push(request);
    const { name, parameters } = targetOf(request.line);
    if (name === "connections") return void socket.end(`HTTP/1.1 200 OK\r\n\r\n${this.open}`);
    return this.#play(socket, (scenarios[name] ?? scenarios["missing"])?.(parameters, request) ?? []);
  }

  /** `gap` is the time in milliseconds that the client has to receive everything before the connection ends. */
  async #play(socket: Socket, steps: readonly Step[], gap = 30): Promise<void> {
    for (const step of steps) {
      if (typeof step === "object" && "send" in step) socket.write(Buffer.from(step.send, "latin1"));
      else if (typeof step === "object") await sleep(step.wait);
      else if (step === "next") return this.#serve(socket);
      else if (step === "hang") return void socket.resume().once("end", () => socket.destroy());
      else {
        if (gap > 0) await sleep(gap);
        const below = this.#sockets.get(socket.remotePort) ?? socket;
        if (step === "fin") socket.end();
        else if (step === "rst") below.resetAndDestroy();
        else {
          below.end();
          // TLS does not see that the client ends too.
          await sleep(300);
          socket.destroy();
        }
        return;
      }
    }
    socket.end();
  }
}

function targetOf(line: string): { readonly name: string; readonly parameters: URLSearchParams } {
  const target = (line.split(" ")[1] ?? "").replace(/^http:\/\/[^/]*/, "");
  const name = /^\/+([^/?]*)/.exec(target)?.[1] ?? "";
  return { name, parameters: new URLSearchParams(target.split("?").slice(1).join("?")) };
}

async function readRequest(socket: Socket): Promise<SeenRequest | null> {
  const pieces: Buffer[] = [];
  let head: Omit<SeenRequest, "body"> | null = null;
  let missing = 0;
  return new Promise((resolve) => {
    socket.on("end", () => resolve(null));
    socket.on("data", (bytes) => {
      pieces.push(bytes);
      missing -= bytes.length;
      if (head === null) {
        const text = Buffer.concat(pieces).toString("latin1");
        const end = text.indexOf("\r\n\r\n");
        if (end < 0) return;
        head = headOf(text.slice(0, end));
        pieces.splice(0, pieces.length, Buffer.from(text.slice(end + 4), "latin1"));
        missing = Number(head.headers["content-length"] ?? 0) - (text.length - end - 4);
        // These do not wait for the body.
        if (/^(early|head)-/.test(targetOf(head.line).name)) resolve({ ...head, body: "" });
      }
      if (!(missing > 0)) resolve({ ...head, body: Buffer.concat(pieces).toString("latin1") });
    });
  });
}

function headOf(text: string): Omit<SeenRequest, "body"> {
  const [line = "", ...fields] = text.split("\r\n");
  const headers = Object.fromEntries(
    fields.map((field) => [field.split(":")[0]?.toLowerCase() ?? "", field.slice(field.indexOf(":") + 1).trim()]),
  );
  return { line, fields, headers };
}
