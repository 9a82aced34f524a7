import { Buffer } from "node:buffer";
import { createServer, type Server, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { Connection, type WireRequest } from "./connection.ts";
import { replyBytes, type Reply } from "./reply.ts";

/** A request that reached the server. */
export interface ReceivedRequest extends WireRequest {
  /** When its head was complete, in milliseconds on the server's own clock. */
  readonly arrival: number;
  /** Ordinal of the connection it came by, from 0. */
  readonly connection: number;
}

/**
 * A raw-socket HTTP server on loopback that plays scripted replies: each request takes the first reply left that is for
 * its path or for any path. Every reply closes its connection, as urllib2 asks for. A request for which nothing is left
 * gets a 500, and is counted in `unscripted`.
 */
export class ScriptedServer {
  readonly requests: ReceivedRequest[] = [];
  readonly #replies: Reply[];
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  #accepted = 0;
  #unscripted = 0;

  private constructor(replies: readonly Reply[]) {
    this.#replies = [...replies];
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void this.#serve(socket));
  }

  static async start(replies: readonly Reply[]): Promise<ScriptedServer> {
    const server = new ScriptedServer(replies);
    await new Promise<void>((resolve, reject) => {
      server.#server.once("error", reject);
      server.#server.listen({ port: 0, host: "127.0.0.1" }, resolve);
    });
    return server;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server is not listening");
    return address.port;
  }

  /** Without a slash at the end. */
  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Requests beyond the script. */
  get unscripted(): number {
    return this.#unscripted;
  }

  /** Replies that nobody asked for. */
  get unused(): readonly Reply[] {
    return this.#replies;
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) connection.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(socket: Socket): Promise<void> {
    const connection = new Connection(socket);
    this.#connections.add(connection);
    const ordinal = this.#accepted++;
    let arrival = 0;
    const request = await connection.readRequest(() => (arrival = performance.now()));
    if (request === null) {
      connection.destroy();
    } else {
      this.requests.push({ ...request, arrival, connection: ordinal });
      await this.#answer(connection, this.#take(request.target));
    }
    this.#connections.delete(connection);
  }

  #take(target: string): Reply {
    const path = target.split("?")[0];
    const index = this.#replies.findIndex((reply) => reply.path === undefined || reply.path === path);
    const [reply] = index < 0 ? [] : this.#replies.splice(index, 1);
    if (reply !== undefined) return reply;
    this.#unscripted++;
    return { status: "500 Unscripted Request", body: `no reply left for ${target}\n` };
  }

  async #answer(connection: Connection, reply: Reply): Promise<void> {
    const { head, body } = replyBytes(reply, this.port);
    await sleep(reply.delay ?? 0);
    if (reply.trickle === undefined) {
      await connection.send(Buffer.concat([head, body]));
    } else {
      await connection.send(head);
      for (let at = 0; at < body.length; at += reply.trickle.bytes) {
        await sleep(reply.trickle.pause);
        await connection.send(body.subarray(at, at + reply.trickle.bytes));
      }
    }
    await connection.end(reply.end ?? "fin");
  }
}

function sleep(milliseconds: number): Promise<void> {
  return milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));
}
