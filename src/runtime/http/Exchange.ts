import type { Socket } from "node:net";
import { AnswerFilter } from "./AnswerFilter.ts";
import { SocketTimeout } from "./errors/SocketTimeout.ts";
import { SSLError } from "./errors/SSLError.ts";
import { URLError } from "./errors/URLError.ts";
import type { WireRequest } from "./WireRequest.ts";

/** What is known about a request on its way, and the clock of its timeout. */
export class Exchange {
  readonly request: WireRequest;
  readonly answer: AnswerFilter;
  readonly #milliseconds: number;
  /** Why it was given up, as Python raises it; null while it goes on. */
  reason: Error | null = null;
  readonly #aborter = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #socket: Socket | null = null;
  /** Whether the request could be sent; unknown, and taken as true, where the platform does not tell. */
  connected = true;
  /** Whether the connection is made here, whatever the port that fetch is told. */
  dials = false;
  /** Called when the connection stands and the request goes out. */
  onConnect: () => void = () => {};
  /** What cut the body, kept until everything before the cut has been read. */
  fault: unknown = null;

  /** `seconds` is the timeout of each operation, null for none. */
  constructor(request: WireRequest, seconds: number | null) {
    this.request = request;
    this.answer = new AnswerFilter(request.method, request.exactly === "HTTP/1.0");
    // Above 2^31 ms a timer would fire at once.
    this.#milliseconds = seconds === null || seconds > 2e6 ? 0 : Math.ceil(seconds * 1000);
  }

  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** The error of the socket. A reset may look like an end to the platform. */
  get socketFault(): Error | null {
    return this.#socket?.errored ?? null;
  }

  /** Takes over the socket: from here on every byte that passes restarts the timeout. */
  attach(socket: Socket): void {
    this.rest();
    this.#socket = socket;
    socket.once("timeout", () => this.close(this.#timeout()));
    this.wait();
  }

  /** Starts the timeout of an operation. The program waits for it: the socket keeps the program alive. */
  wait(): void {
    if (this.#socket !== null) this.#socket.ref().setTimeout(this.#milliseconds);
    else if (this.#milliseconds > 0) this.#timer = setTimeout(() => this.close(this.#timeout()), this.#milliseconds);
  }

  /** Ends the operation. An answer that nobody reads does not keep the program alive, as in Python. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#socket?.setTimeout(0).unref();
  }

  /** Gives up what is left of the exchange, for a reason that is raised by whoever still waits. */
  close(reason?: Error): void {
    // Kept here rather than in the signal: fetch writes a stack of its own over that of a signal's reason.
    this.reason ??= reason ?? null;
    this.#aborter.abort();
    this.#socket?.destroy();
  }

  /** A connection that takes too long is wrapped; an answer that does is not, and over TLS it is no `socket.timeout`. */
  #timeout(): Error {
    const { secure } = this.request;
    if (this.connected) return secure ? new SSLError("The read operation timed out") : new SocketTimeout("timed out");
    const handshaking = secure && this.#socket?.connecting === false;
    return new URLError(
      handshaking ? new SSLError("_ssl.c:711: The handshake operation timed out") : new SocketTimeout("timed out"),
    );
  }
}
