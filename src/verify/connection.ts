import { Buffer } from "node:buffer";
import type { Socket } from "node:net";

/** A request as it came over the wire. */
export interface WireRequest {
  /** The request line as it is. */
  readonly line: string;
  readonly method: string;
  readonly target: string;
  /** In order and in the client's casing; values trimmed, one character per byte. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Without the framing of chunks. */
  readonly body: Buffer;
}

/** Between the last byte and a reset, so that the peer has read the bytes first: a reset may overtake them. */
const BEFORE_RESET = 60;

/** The server's side of one TCP connection: reads requests, writes bytes, and ends it in one of three ways. */
export class Connection {
  readonly #socket: Socket;
  #buffer: Buffer = Buffer.alloc(0);
  #over = false;
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (data) => {
      this.#buffer = Buffer.concat([this.#buffer, data]);
      this.#wake();
    });
    const finish = () => {
      this.#over = true;
      this.#wake();
    };
    socket.on("end", finish);
    socket.on("close", finish);
    // A client that gives up resets its side: its own outcome tells the story.
    socket.on("error", finish);
  }

  /** The next request with its whole body; null when the client is gone. `onHead` is called when its head is complete. */
  async readRequest(onHead: () => void): Promise<WireRequest | null> {
    const head = await this.#readThrough("\r\n\r\n");
    if (head === null) return null;
    onHead();
    const [line = "", ...fields] = head.split("\r\n").filter((line) => line !== "");
    const [method = "", target = ""] = line.split(" ");
    const headers = fields.map((field) => {
      const colon = field.indexOf(":");
      return [field.slice(0, colon), field.slice(colon + 1).trim()] as const;
    });
    const header = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1];
    const body = header("transfer-encoding")?.toLowerCase().includes("chunked")
      ? await this.#readChunks()
      : await this.#read(Number(header("content-length") ?? 0));
    return { line, method, target, headers, body };
  }

  /** Resolves when the bytes are handed to the kernel, or at once when the client is gone. */
  send(bytes: Buffer): Promise<void> {
    if (bytes.length === 0 || !this.#socket.writable) return Promise.resolve();
    return new Promise((resolve) => this.#socket.write(bytes, () => resolve()));
  }

  async end(how: "fin" | "reset" | "hang"): Promise<void> {
    if (how === "fin") this.#socket.end();
    if (how === "reset") {
      await new Promise((resolve) => setTimeout(resolve, BEFORE_RESET));
      this.#socket.resetAndDestroy();
    }
    while (!this.#over) await this.#more();
    this.#socket.destroy();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #read(length: number): Promise<Buffer> {
    while (this.#buffer.length < length && !this.#over) await this.#more();
    const taken = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return taken;
  }

  async #readThrough(mark: string): Promise<string | null> {
    for (;;) {
      const at = this.#buffer.indexOf(mark);
      if (at >= 0) return (await this.#read(at + mark.length)).toString("latin1");
      if (this.#over) return null;
      await this.#more();
    }
  }

  async #readChunks(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for (;;) {
      const length = Number.parseInt((await this.#readThrough("\r\n")) ?? "", 16);
      if (!(length > 0)) break;
      chunks.push(await this.#read(length));
      await this.#readThrough("\r\n");
    }
    await this.#readThrough("\r\n");
    return Buffer.concat(chunks);
  }
}
