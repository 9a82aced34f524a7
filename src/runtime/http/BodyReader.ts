import { bodyReaders } from "./bodyReaders.ts";
import { joinBytes } from "./joinBytes.ts";
import type { ReadableBody } from "./ReadableBody.ts";
import { readToEnd } from "./readToEnd.ts";

/** The reader of a response's body: the same one each time, so that a program may read it from several places. */
export function bodyReader(response: ReadableBody): BodyReader {
  const open = bodyReaders.get(response);
  if (open instanceof BodyReader) return open;
  const reader = new BodyReader(response.bodyUsed ? null : response.body);
  bodyReaders.set(response, reader);
  return reader;
}

/**
 * A body as the file that Python reads it as: each call goes on where the last one stopped. When one fails, what came
 * before the fault and was not returned yet is lost, and the next call finds the end, as in Python.
 */
export class BodyReader implements AsyncIterable<Uint8Array> {
  /** Null at the end of the body. */
  #source: ReadableStreamDefaultReader<Uint8Array> | null;
  /** What came and was not returned yet. */
  #kept: Uint8Array = new Uint8Array();

  constructor(body: Response["body"]) {
    this.#source = body?.getReader() ?? null;
  }

  /** Exactly `count` bytes, or fewer at the end of the body; the whole rest without a count, or for a negative one. */
  async read(count: number | null = null): Promise<Uint8Array> {
    if (count !== null && count >= 0) return this.#take(() => (this.#kept.length >= count ? count : -1));
    const source = this.#source;
    const first = this.#cut(this.#kept.length);
    this.#source = null;
    return source === null ? first : readToEnd(source, first);
  }

  /** The next line with its line feed, which the last line may lack; empty at the end of the body. */
  async readline(): Promise<Uint8Array> {
    let searched = 0;
    return this.#take(() => {
      const end = this.#kept.indexOf(10, searched) + 1;
      searched = this.#kept.length;
      return end || -1;
    });
  }

  /** All lines that are left. */
  async readlines(): Promise<Uint8Array[]> {
    const lines: Uint8Array[] = [];
    for await (const line of this) lines.push(line);
    return lines;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (let line = await this.readline(); line.length > 0; line = await this.readline()) yield line;
  }

  /** Gives up the rest of the body and closes the connection. */
  async close(): Promise<void> {
    await this.#source?.cancel();
    this.#source = null;
  }

  /** Reads until `length` tells how many of the kept bytes to return, which it does not (-1) while there are too few. */
  async #take(length: () => number): Promise<Uint8Array> {
    for (;;) {
      const found = length();
      if (found >= 0 || this.#source === null) return this.#cut(found >= 0 ? found : this.#kept.length);
      const source = this.#source;
      this.#source = null;
      const before = this.#cut(this.#kept.length);
      const { done, value } = await source.read();
      this.#kept = joinBytes(done ? [before] : [before, value]);
      if (!done) this.#source = source;
    }
  }

  #cut(length: number): Uint8Array {
    const bytes = this.#kept.subarray(0, length);
    this.#kept = this.#kept.subarray(length);
    return bytes;
  }
}
