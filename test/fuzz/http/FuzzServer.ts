import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "../../../src/verify/connection.ts";
import { DEFAULT_REPLY, expandReply, type Replies, type ReplyStep } from "./reply.ts";

/** Milliseconds after a program's end in which what it has sent last is still on its way. */
const SETTLING = 10;

/** A server of two ports on loopback that plays the replies of one program after the other, and keeps what it is sent. */
export class FuzzServer {
  readonly #servers: readonly Server[];
  readonly #open = new Set<Socket>();
  #replies: Replies = new Map();
  #asked = new Map<string, number>();
  #received: Buffer[][] = [];

  private constructor() {
    this.#servers = [0, 1].map(() =>
      createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void this.#serve(socket)),
    );
  }

  static async start(): Promise<FuzzServer> {
    const made = new FuzzServer();
    for (const server of made.#servers)
      await new Promise<void>((resolve) => server.listen({ port: 0, host: "127.0.0.1" }, resolve));
    return made;
  }

  get ports(): readonly [port: number, other: number] {
    return this.#servers.map((server) => (server.address() as AddressInfo).port) as [number, number];
  }

  /** The replies from now on. */
  play(replies: Replies): void {
    this.#replies = replies;
    this.#asked = new Map();
    this.#received = [];
  }

  /** All that came since `play`, connection by connection, bytes as characters; ends what is still open. */
  async received(): Promise<readonly string[]> {
    await sleep(SETTLING);
    for (const socket of this.#open) socket.destroy();
    return this.#received.map((parts) => Buffer.concat(parts).toString("latin1"));
  }

  close(): void {
    for (const socket of this.#open) socket.destroy();
    for (const server of this.#servers) server.close();
  }

  async #serve(socket: Socket): Promise<void> {
    const parts: Buffer[] = [];
    this.#received.push(parts);
    this.#open.add(socket);
    socket.on("data", (data: Buffer) => parts.push(data));
    socket.on("close", () => this.#open.delete(socket));
    const connection = new Connection(socket);
    for (;;) {
      const request = await connection.readRequest(() => {});
      if (request === null) return connection.destroy();
      const steps = this.#replyTo(request.target);
      for (const step of steps) {
        if (step[0] === "send") await connection.send(expandReply(step[1], ...this.ports));
        else if (step[0] === "pause") await sleep(step[1]);
        else if (step[0] !== "keep") return connection.end(step[0] === "close" ? "fin" : "reset");
      }
      const isLast =
        request.line.endsWith("HTTP/1.0") ||
        request.headers.some(([name, value]) => name.toLowerCase() === "connection" && value === "close");
      if (isLast && steps.at(-1)?.[0] !== "keep") return connection.end("fin");
    }
  }

  #replyTo(target: string): readonly ReplyStep[] {
    const path = /^(?:https?:\/\/[^/]*)?(\/\w*)/.exec(target)?.[1] ?? "";
    const asked = this.#asked.get(path) ?? 0;
    this.#asked.set(path, asked + 1);
    const all = this.#replies.get(path);
    return all?.[Math.min(asked, all.length - 1)] ?? DEFAULT_REPLY;
  }
}
