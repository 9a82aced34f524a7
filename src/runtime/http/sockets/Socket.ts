import type { NetConnectOpts } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { OverflowError } from "../../python/exceptions/OverflowError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { decodeText } from "../../python/text/decodeText.ts";
import { encodeText } from "../../python/text/encodeText.ts";
import { Connection } from "../Connection.ts";
import { getDefaultTimeout } from "../defaultTimeout.ts";
import { SocketError, SocketTimeout } from "../errors/SocketError.ts";
import { AF_INET, AF_UNIX, SHUT_RD, SHUT_WR } from "./socketConstants.ts";

/** Where a socket leads to: host and port, or a path of the file system for one of `AF_UNIX`. */
export type SocketAddress = readonly [host: string, port: number] | string;

/** TLS on a connection: with what name of the server, and how. */
interface Layer {
  readonly host: string;
  readonly options: ConnectionOptions | undefined;
}

/**
 * `socket.socket` of a client: a stream to somewhere else, over IPv4 or to a socket of the file system. Each operation has the
 * timeout; what fails is a SocketError with the number that Linux has for it.
 */
export class Socket {
  readonly #family: number;
  readonly #layer: Layer | null;
  #timeout: number | null = getDefaultTimeout();
  #connection: Connection | null = null;
  #from: { readonly localAddress: string; readonly localPort: number } | null = null;
  #state: "new" | "connecting" | "connected" | "failed" | "closed" = "new";
  /** Nothing comes any more: a reset is told once, and then there is the end. */
  #read = false;
  /** Nothing goes out any more. */
  #written = false;

  /** With a `layer` it goes on by TLS as soon as it is connected. */
  constructor(family: number = AF_INET, layer: Layer | null = null) {
    this.#family = family;
    this.#layer = layer;
  }

  /** What is connected already. */
  static over(connection: Connection, timeout: number | null): Socket {
    const socket = new Socket();
    socket.#connection = connection;
    socket.#timeout = timeout;
    socket.#state = "connected";
    return socket;
  }

  /** What the bytes go over; null before it is connected. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** A ValueError below 0. */
  settimeout(seconds: number | null): void {
    this.#require();
    if (seconds !== null && seconds < 0) throw new ValueError("Timeout value out of range");
    if (seconds === 0) throw new UntranslatedError("U0103", "a socket that does not wait");
    this.#timeout = seconds;
    if (this.#connection !== null) this.#connection.timeout = seconds;
  }

  gettimeout(): number | null {
    this.#require();
    return this.#timeout;
  }

  /** Says which of the machine's addresses it comes from. One that is not the machine's is an error of `connect`. */
  bind([host, port]: readonly [host: string, port: number]): void {
    this.#require();
    this.#from = { localAddress: host || "0.0.0.0", localPort: port };
  }

  async connect(address: SocketAddress): Promise<void> {
    this.#require();
    if (this.#state === "connected") throw new SocketError(106, "Transport endpoint is already connected");
    if (this.#state === "connecting") throw new SocketError(114, "Operation already in progress");
    if (this.#state === "failed")
      throw new UntranslatedError("U0103", "a socket that is connected again after it failed");
    const to = this.#place(address);
    const connection = new Connection(this.#timeout, true);
    this.#state = "failed";
    try {
      await connection.connect(to);
      if (this.#layer !== null) await connection.secure(this.#layer.host, this.#layer.options);
    } catch (error) {
      if (error instanceof SocketTimeout) this.#state = "connecting";
      throw error;
    }
    this.#connection = connection;
    this.#state = "connected";
  }

  /** The same, giving the number of the error, 0 if there is none. */
  async connectEx(address: SocketAddress): Promise<number> {
    try {
      await this.connect(address);
      return 0;
    } catch (error) {
      if (error instanceof SocketTimeout) return 11;
      if (error instanceof SocketError && (error.errno ?? 0) > 0) return Number(error.errno);
      throw error;
    }
  }

  /** What goes on by TLS in its place, at once or when it is connected. */
  async secured(layer: Layer): Promise<Socket> {
    const timeout = this.gettimeout();
    if (this.#state === "failed") throw new UntranslatedError("U0103", "a socket that goes on after it failed");
    if (this.#connection === null) {
      const later = new Socket(this.#family, layer);
      later.settimeout(timeout);
      return later;
    }
    this.#state = "failed";
    await this.#connection.secure(layer.host, layer.options);
    this.#state = "connected";
    return Socket.over(this.#connection, timeout);
  }

  /** Gives how many bytes there were. */
  async send(data: string | Uint8Array): Promise<number> {
    this.#require();
    if (this.#connection === null || this.#written) throw new SocketError(32, "Broken pipe");
    const bytes = typeof data === "string" ? encodeText(data) : data;
    await this.#connection.send(bytes);
    return bytes.length;
  }

  async sendall(data: string | Uint8Array): Promise<void> {
    await this.send(data);
  }

  /** What comes next, at most so many bytes; empty at the end. */
  async recv(count: number): Promise<Uint8Array> {
    this.#require();
    if (count < 0) throw new ValueError("negative buffersize in recv");
    if (this.#connection === null) throw new SocketError(107, "Transport endpoint is not connected");
    if (count === 0 || this.#read) return new Uint8Array();
    try {
      return (await this.#connection.receive(count)) ?? new Uint8Array();
    } catch (error) {
      this.#read = !(error instanceof SocketTimeout);
      throw error;
    }
  }

  /** The same as text. */
  async recvText(count: number): Promise<string> {
    return decodeText(await this.recv(count));
  }

  /** Ends one direction, or both. */
  shutdown(how: number): void {
    this.#require();
    if (this.#connection === null) throw new SocketError(107, "Transport endpoint is not connected");
    if (how !== SHUT_WR) this.#read = true;
    if (how === SHUT_RD) return;
    this.#written = true;
    this.#connection.socket?.end();
  }

  close(): void {
    this.#state = "closed";
    this.#connection?.close();
    this.#connection = null;
  }

  /** Address and port of the other end. */
  getpeername(): [host: string, port: number] {
    this.#require();
    const { remoteAddress, remotePort } = this.#connection?.socket ?? {};
    if (remoteAddress === undefined) throw new SocketError(107, "Transport endpoint is not connected");
    return [remoteAddress, remotePort ?? 0];
  }

  /** Its own address and port. */
  getsockname(): [host: string, port: number] {
    this.#require();
    const { localAddress, localPort } = this.#connection?.socket ?? {};
    if (localAddress !== undefined) return [localAddress, localPort ?? 0];
    if (this.#from !== null) throw new UntranslatedError("U0103", "the address of a socket before it is connected");
    return ["0.0.0.0", 0];
  }

  #require(): void {
    if (this.#state === "closed") throw new SocketError(9, "Bad file descriptor");
  }

  #place(address: SocketAddress): NetConnectOpts {
    if (typeof address === "string") return { path: address };
    if (this.#family === AF_UNIX) throw new UntranslatedError("U0103", "a socket of the file system, given a host");
    const [host, port] = address;
    if (port < 0 || port > 65535) throw new OverflowError("getsockaddrarg: port must be 0-65535.");
    return { host: host || "0.0.0.0", port, family: 4, autoSelectFamily: false, ...this.#from };
  }
}
