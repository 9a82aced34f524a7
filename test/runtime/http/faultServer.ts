import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer as createSecureServer } from "node:tls";
import type { TlsOptions } from "node:tls";
import { setTimeout as sleep } from "node:timers/promises";
import { scenarios } from "./scenarios.ts";

/** What a scenario does next: sends text (one byte a character), waits some milliseconds, or ends the connection. */
export type Step = { readonly send: string } | { readonly wait: number } | "fin" | "rst" | "hang";

/** A request as it came, with one byte in each character. */
export interface SeenRequest {
  readonly line: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server on a raw socket. The path's first part names a scenario; a scenario makes of the request what happens next. */
export class FaultServer {
  readonly requests: SeenRequest[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(secure?: TlsOptions) {
    const options = { allowHalfOpen: true, noDelay: true };
    const serve = (socket: Socket): void => void this.#serve(socket.on("error", () => {}));
    this.#server =
      secure === undefined ? createServer(options, serve) : createSecureServer({ ...secure, ...options }, serve);
    this.#server.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket)).on("error", () => {});
    });
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
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(socket: Socket): Promise<void> {
    const request = await readRequest(socket);
    if (request === null) return void socket.end();
    this.requests.push(request);
    const target = request.line.split(" ")[1] ?? "";
    const name = /^\/+([^/?]*)/.exec(target)?.[1] ?? "";
    const parameters = new URLSearchParams(target.split("?").slice(1).join("?"));
    if (name === "connections") return void socket.end(`HTTP/1.1 200 OK\r\n\r\n${this.open}`);
    const steps = (scenarios[name] ?? scenarios["missing"])?.(parameters, request) ?? [];
    for (const step of steps) {
      if (typeof step === "object" && "send" in step) socket.write(Buffer.from(step.send, "latin1"));
      else if (typeof step === "object") await sleep(step.wait);
      else if (step === "hang") return void socket.once("end", () => socket.destroy());
      else {
        await sleep(30);
        if (step === "fin") socket.end();
        else socket.resetAndDestroy();
        return;
      }
    }
    socket.end();
  }
}

async function readRequest(socket: Socket): Promise<SeenRequest | null> {
  let text = "";
  return new Promise((resolve) => {
    socket.on("end", () => resolve(null));
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end < 0) return;
      const [line = "", ...fields] = text.slice(0, end).split("\r\n");
      const headers = Object.fromEntries(
        fields.map((field) => [field.split(":")[0]?.toLowerCase() ?? "", field.slice(field.indexOf(":") + 1).trim()]),
      );
      const body = text.slice(end + 4);
      if (body.length >= Number(headers["content-length"] ?? 0)) resolve({ line, headers, body });
    });
  });
}
