import { SocketTimeout } from "./errors/SocketTimeout.ts";
import { SSLError } from "./errors/SSLError.ts";
import { URLError } from "./errors/URLError.ts";

/** The socket under a request, as far as it is used. */
export interface Connection {
  readonly errored?: Error | null;
  ref(): unknown;
  unref(): unknown;
  /** Idle time in milliseconds until `timeout` is emitted, 0 for never. */
  setTimeout(milliseconds: number): unknown;
  once(event: "timeout", listener: () => void): unknown;
}

/** The head of an answer, as it came: repeated fields are repeated, values hold one byte in each character. */
export interface Head {
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** What is known about one request on its way, and the clock of its timeout. */
export class Exchange {
  readonly secure: boolean;
  readonly #aborter = new AbortController();
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the request is being sent; unknown (true) where the platform does not show its sockets. */
  connected = true;
  socket: Connection | null = null;
  head: Head | null = null;
  /** What cut the body, kept until everything before the cut has been read. */
  fault: unknown = null;

  constructor(secure: boolean, seconds: number | null) {
    this.secure = secure;
    // Python waits for ever without a timeout; above 2^31 ms a timer would fire at once.
    this.#milliseconds = seconds === null || seconds > 2e6 ? 0 : seconds * 1000;
  }

  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** Takes over the socket once the request is being sent. From here on every byte that passes restarts the timeout. */
  attach(socket: Connection): void {
    this.rest();
    this.socket = socket;
    socket.once("timeout", () => this.#expire());
    this.wait();
  }

  /** Starts the timeout of one operation. The program waits for it: the socket keeps the program alive. */
  wait(): void {
    this.socket?.ref();
    if (this.socket !== null) this.socket.setTimeout(this.#milliseconds);
    else if (this.#milliseconds > 0) this.#timer = setTimeout(() => this.#expire(), this.#milliseconds);
  }

  /** Ends the operation. An answer that nobody reads does not keep the program alive, as in Python. */
  rest(): void {
    clearTimeout(this.#timer);
    this.socket?.setTimeout(0);
    this.socket?.unref();
  }

  #expire(): void {
    this.#aborter.abort(this.#timeout());
  }

  /** A connection that takes too long is wrapped; an answer that does is not, and over TLS is no `socket.timeout`. */
  #timeout(): Error {
    if (!this.connected) {
      const handshake = "_ssl.c:711: The handshake operation timed out";
      return new URLError(this.secure ? new SSLError(handshake) : new SocketTimeout("timed out"));
    }
    return this.secure ? new SSLError("The read operation timed out") : new SocketTimeout("timed out");
  }
}
