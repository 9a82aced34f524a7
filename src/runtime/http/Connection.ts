import { connect } from "node:net";
import type { NetConnectOpts, Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { ConnectionOptions } from "node:tls";
import { defaultTls } from "./defaultTls.ts";
import { LineTooLong } from "./errors/HTTPException.ts";
import { SSLError, SocketTimeout } from "./errors/SocketError.ts";
import { latin1Text } from "./latin1.ts";
import { socketError } from "./socketError.ts";

/** A connection that is used as Python uses its sockets: one operation after the other, each under the timeout. */
export class Connection {
  #milliseconds: number;
  /** A read that was late may be tried again. Else the connection ends with it. */
  readonly #patient: boolean;
  #socket: Socket | null = null;
  #secure = false;
  /** What came and was not asked for yet. */
  readonly #received: Uint8Array[] = [];
  #ended = false;
  #fault: Error | null = null;
  #wake: () => void = () => {};

  /** `seconds` for each operation, null for ever. */
  constructor(seconds: number | null, patient = false) {
    this.#milliseconds = millisecondsOf(seconds);
    this.#patient = patient;
  }

  set timeout(seconds: number | null) {
    this.#milliseconds = millisecondsOf(seconds);
  }

  /** Node's own; null before it is connected. */
  get socket(): Socket | null {
    return this.#socket;
  }

  async connect(to: NetConnectOpts): Promise<void> {
    const socket = connect({ ...to, allowHalfOpen: true });
    socket.setNoDelay(true);
    await this.#use(socket, "connect");
  }

  /** Goes on by TLS with `host`, which is at the other end, or behind a tunnel. */
  async secure(host: string, tls: ConnectionOptions = defaultTls.options?.() ?? {}): Promise<void> {
    const plain = this.#socket?.off("data", this.#take);
    this.#secure = true;
    const servername = /^[\d.]+$|:/.test(host) ? "" : host;
    const options = { host, servername, allowHalfOpen: true, ...tls, ...(plain && { socket: plain }) };
    await this.#use(connectSecure(options), "handshake");
  }

  async send(bytes: Uint8Array): Promise<void> {
    let sent = false;
    this.#socket?.write(bytes, () => {
      sent = true;
      this.#wake();
    });
    await this.#until("write", () => sent);
  }

  /** The bytes that come next, at most `most`; null at the end. */
  async receive(most = Infinity): Promise<Uint8Array | null> {
    if (this.#received.length === 0) this.#socket?.resume();
    await this.#until("read", () => this.#received.length > 0 || (this.#ended && this.#fault === null));
    const piece = this.#received.shift() ?? null;
    if (piece === null || piece.length <= most) return piece;
    this.giveBack(piece.subarray(most));
    return piece.subarray(0, most);
  }

  /** The next line with its end, which may be that of the connection; a byte a character. `kind` is for the error. */
  async receiveLine(kind: string): Promise<string> {
    for (let line = ""; ;) {
      const piece = await this.receive();
      if (piece === null) return line;
      const end = piece.indexOf(10) + 1 || piece.length;
      line += latin1Text(piece.subarray(0, end));
      if (end < piece.length) this.giveBack(piece.subarray(end));
      if (line.length > 65536) throw new LineTooLong(kind);
      if (line.endsWith("\n")) return line;
    }
  }

  /** Bytes that are received again. */
  giveBack(bytes: Uint8Array): void {
    this.#received.unshift(bytes);
  }

  close(): void {
    this.#socket?.destroy();
  }

  async #use(socket: Socket, operation: Operation): Promise<void> {
    let ready = false;
    this.#socket = socket;
    socket.on("data", this.#take);
    socket.once(operation === "connect" ? "connect" : "secureConnect", () => {
      ready = true;
      this.#wake();
    });
    let over = false;
    const stop = (fault: (Error & { code?: string }) | null): void => {
      // What is received ends there, whatever comes of writing after it.
      if (!over && !(this.#ended && fault?.code === "EPIPE")) this.#fault ??= fault;
      this.#ended = true;
      this.#wake();
    };
    socket.once("error", stop).once("close", () => stop(null));
    socket.once("end", () => {
      stop(null);
      // Node takes a reset that comes with data for an end. The system tells it to the next operation: a write of nothing.
      if (!socket.writableEnded) socket.write(new Uint8Array());
      stop(socket.errored);
      over = true;
    });
    await this.#until(operation, () => ready);
  }

  readonly #take = (bytes: Uint8Array): void => {
    this.#received.push(bytes);
    this.#socket?.pause();
    this.#wake();
  };

  /** Lets the program wait for an operation; it does not stay alive for a connection that it does not wait for. */
  async #until(operation: Operation, done: () => boolean): Promise<void> {
    const socket = this.#socket;
    let late = null as Error | null;
    const stop = (): void => {
      late = lateness(operation, this.#secure);
      if (operation !== "read" || !this.#patient) socket?.destroy(late);
      this.#wake();
    };
    socket?.ref().setTimeout(this.#milliseconds, stop);
    while (!done() && this.#fault === null && late === null && !socket?.destroyed) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    socket?.setTimeout(0).off("timeout", stop).unref();
    if (!done()) throw socketError(this.#fault ?? late ?? new Error("closed"), operation);
  }
}

type Operation = "connect" | "handshake" | "write" | "read";

/** Above 2^31 ms a timer would fire at once. */
const millisecondsOf = (seconds: number | null): number =>
  seconds === null || seconds > 2e6 ? 0 : Math.ceil(seconds * 1000);

/** A timeout over TLS is no `socket.timeout`. */
function lateness(operation: Operation, secure: boolean): Error {
  if (operation === "handshake") return new SSLError("_ssl.c:711: The handshake operation timed out");
  return secure ? new SSLError(`The ${operation} operation timed out`) : new SocketTimeout("timed out");
}
