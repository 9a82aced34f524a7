import { AttributeError } from "../python/exceptions/AttributeError.ts";
import { BlockSource, blockSize } from "./BlockSource.ts";
import { bodyOwner } from "./bodyOwner.ts";
import { bodyReaders } from "./bodyReaders.ts";
import { closedReader } from "./closedReader.ts";
import { cutReads } from "./cutReads.ts";
import { joinBytes } from "./joinBytes.ts";
import { decodeText } from "../python/text/decodeText.ts";
import { IncompleteRead } from "./errors/HTTPException.ts";
import { PyTypeError } from "../python/exceptions/PyTypeError.ts";
import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { framedBodies } from "./framedBodies.ts";
import type { FramedBody } from "./framedBodies.ts";
import type { ReadableBody } from "./bodyReaders.ts";
import { unbuffered } from "./unbuffered.ts";

/** The reader of a response's body: the same one each time, so that a program may read it from several places. */
export function bodyReader(answer: ReadableBody): BodyReader {
  const response = bodyOwner(answer);
  const open = bodyReaders.get(response);
  if (open instanceof BodyReader) return open;
  const body = response.bodyUsed ? null : response.body;
  const reader = new BodyReader(body, unbuffered.get(response), framedBodies.get(response));
  if (open !== undefined) void reader.close();
  bodyReaders.set(response, reader);
  return reader;
}

/**
 * A body as the file that Python reads it as: each call goes on where the last one stopped. Lines are found in blocks of
 * 8192 bytes. When a call fails, what came and was not returned yet is lost, and the next call finds the end.
 */
export class BodyReader implements AsyncIterable<Uint8Array> {
  readonly #source: BlockSource;
  /** Lines are read byte by byte: each that came is returned, whatever happens after it. */
  readonly #unbuffered: boolean;
  /** The first line was read for a status and is none: it is kept apart, where going over the lines does not find it. */
  readonly #isBare: boolean;
  #hasFirst = false;
  readonly #framed: FramedBody | null;
  /** What was received and not returned yet. */
  #kept: Uint8Array = new Uint8Array();
  #closed = false;

  constructor(body: Response["body"], isBare?: boolean, framed: FramedBody | null = null) {
    this.#source = new BlockSource(body);
    this.#unbuffered = isBare !== undefined;
    this.#isBare = isBare === true;
    this.#framed = framed;
  }

  /** Exactly `count` bytes, or fewer at the end of the body; the whole rest without a count, or for a negative one. */
  async read(count: number | null = null): Promise<Uint8Array> {
    if (this.#framed !== null) return this.#framedRead(this.#framed, count);
    if (this.#closed) return closedReader.read();
    await this.#keepFirst();
    if (count === null || count < 0) return this.#rest();
    if (count <= this.#kept.length) return this.#cut(count);
    const first = this.#cut(this.#kept.length);
    return joinBytes([first, await this.#source.receive(count - first.length)]);
  }

  /**
   * The next line with its line feed, which the last line may lack; empty at the end of the body. At most `count` bytes of it, unless
   * that is negative.
   */
  async readline(count = -1): Promise<Uint8Array> {
    if (this.#closed) return closedReader.read();
    if (this.#isBare && count >= 0) throw new PyTypeError("readline() takes exactly 1 argument (2 given)");
    await this.#keepFirst();
    if (this.#kept.length > 0 && this.#unbuffered && count < 0) return this.#cut(this.#kept.length);
    if (this.#unbuffered && count < 0) return this.#source.receiveLine();
    const size = this.#unbuffered ? 1 : blockSize;
    const pieces: Uint8Array[] = [];
    let left = count < 0 ? Infinity : count;
    for (;;) {
      const end = this.#kept.indexOf(10) + 1;
      const piece = this.#cut(Math.min(end || this.#kept.length, left));
      pieces.push(piece);
      left -= piece.length;
      if (end > 0 || left === 0) break;
      this.#kept = await this.#source.receive(size);
      if (this.#kept.length === 0) break;
    }
    return joinBytes(pieces);
  }

  /** All lines that are left, or lines until they have `enough` bytes, if that is not 0. */
  async readlines(enough = 0): Promise<Uint8Array[]> {
    const lines: Uint8Array[] = [];
    let length = 0;
    for (let line = await this.readline(); line.length > 0; line = await this.readline()) {
      lines.push(line);
      length += line.length;
      if (enough !== 0 && length >= enough) break;
    }
    return lines;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (let line = await this.next(); line.length > 0; line = await this.next()) yield line;
  }

  /** The next line for a loop over the lines. That goes on when the body is closed, as long as there are lines in what came. */
  async next(): Promise<Uint8Array> {
    await this.#keepFirst();
    if (!this.#closed) return this.#unbuffered ? this.#source.receiveLine() : this.readline();
    const end = this.#unbuffered ? 0 : this.#kept.indexOf(10) + 1;
    if (end === 0) throw new AttributeError("'NoneType' object has no attribute 'recv'");
    return this.#cut(end);
  }

  /** Gives up the rest of the body and closes the connection. */
  async close(): Promise<void> {
    this.#closed = this.#framed === null;
    await this.#source.close();
  }

  /** As `httplib.HTTPResponse.read`: too short a rest is an error, too short a part is not. */
  async #framedRead(framed: FramedBody, count: number | null): Promise<Uint8Array> {
    if (framed.closed) return new Uint8Array();
    if (count !== null && (count < 0 || (count === 0 && framed.chunked))) {
      throw new UntranslatedError("U0103", `read(${count}) of an httplib response`);
    }
    const bytes = await this.#source.receive(count ?? Infinity).catch((error: unknown) => {
      // A chunk without a size ends the body; one that is cut does not.
      framed.closed = error instanceof IncompleteRead && error.expected === null;
      throw error;
    });
    const { left, chunked } = framed;
    if (left !== null) framed.left = left - bytes.length;
    framed.closed =
      count === null || framed.left === 0 || (chunked ? bytes.length < count : bytes.length < Math.min(count, 1));
    if (count === null && left !== null && bytes.length < left) {
      const cut = new IncompleteRead(decodeText(bytes), left - bytes.length);
      if (cutReads.instead === null) throw cut;
      return cutReads.instead(cut);
    }
    return bytes;
  }

  async #rest(): Promise<Uint8Array> {
    const pieces = [this.#cut(this.#kept.length)];
    for (let block = await this.#source.receive(blockSize); block.length > 0;) {
      pieces.push(block);
      block = await this.#source.receive(blockSize);
    }
    return joinBytes(pieces);
  }

  async #keepFirst(): Promise<void> {
    if (!this.#isBare || this.#hasFirst) return;
    this.#hasFirst = true;
    this.#kept = await this.#source.receiveLine();
  }

  #cut(length: number): Uint8Array {
    const bytes = this.#kept.subarray(0, length);
    this.#kept = this.#kept.subarray(length);
    return bytes;
  }
}
