import { ChunkTracker } from "./ChunkTracker.ts";
import { IncompleteRead } from "./errors/IncompleteRead.ts";
import { framing } from "./framing.ts";
import { latin1Bytes, latin1Text } from "./latin1.ts";
import { parseHead } from "./parseHead.ts";
import type { Head } from "./parseHead.ts";

/**
 * Stands between a socket and the platform's HTTP parser: reads the head by Python's rules and gives the platform a plain
 * one that says only where the body ends. So nothing that Python takes is refused, and no body is decompressed.
 */
export class AnswerFilter {
  readonly #method: string;
  /** The body goes on to the end of the connection, whatever the head says. */
  readonly #toEnd: boolean;
  #text = "";
  #chunks: ChunkTracker | null = null;
  /** Null until all of it has come. */
  head: Head | null = null;

  constructor(method: string, toEnd = false) {
    this.#method = method;
    this.#toEnd = toEnd;
  }

  /** What to give the platform for the next bytes; null for nothing yet. Raises what httplib raises for a bad head. */
  pass(bytes: Uint8Array): Uint8Array | null {
    if (this.head !== null) {
      this.#chunks?.add(bytes);
      return bytes;
    }
    this.#text += latin1Text(bytes);
    const parsed = parseHead(this.#text, false);
    if (parsed === null) return null;
    this.head = parsed.head;
    const length = this.#framing(parsed.head);
    if (length === "chunked") this.#chunks = new ChunkTracker();
    this.#chunks?.add(latin1Bytes(parsed.rest));
    const field = length === "chunked" ? "Transfer-Encoding: chunked" : `Content-Length: ${length}`;
    return latin1Bytes(`HTTP/1.1 200 OK\r\n${length === null ? "" : `${field}\r\n`}\r\n${parsed.rest}`);
  }

  /** The body of an answer whose connection ended before its head did. */
  end(): Uint8Array {
    const parsed = parseHead(this.#text, true);
    this.head = parsed?.head ?? null;
    return latin1Bytes(parsed?.rest ?? "");
  }

  /** What the end of the connection means for a body that should go on: an error, or nothing that Python notices. */
  cut(): Error | null {
    if (this.#chunks !== null) return this.#chunks.cut();
    return this.head !== null && this.#framing(this.head) === "chunked" ? new IncompleteRead(new Uint8Array()) : null;
  }

  #framing(head: Head): ReturnType<typeof framing> {
    return this.#toEnd ? null : framing(head, this.#method);
  }
}
