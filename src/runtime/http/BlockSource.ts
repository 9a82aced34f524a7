import { cutReads } from "./cutReads.ts";
import { joinBytes } from "./joinBytes.ts";
import { narrowedCut } from "./narrowedCut.ts";

/** The bytes of one read that `urllib2` makes of its own accord. */
export const blockSize = 8192;

/** A body of which one asks for so many bytes, as of a blocking socket. */
export class BlockSource {
  /** Null at the end of the body, and after a fault. */
  #reader: ReadableStreamDefaultReader<Uint8Array> | null;
  #ahead: Uint8Array = new Uint8Array();

  constructor(body: Response["body"]) {
    this.#reader = body?.getReader() ?? null;
  }

  /** Exactly `size` bytes, fewer only at the end of the body. If there is a fault before, what came is lost. */
  async receive(size: number): Promise<Uint8Array> {
    const pieces = [this.#ahead];
    let length = this.#ahead.length;
    this.#ahead = new Uint8Array();
    try {
      while (length < size && this.#reader !== null) {
        const piece = await this.#next(pieces, size);
        pieces.push(piece);
        length += piece.length;
      }
    } catch (error) {
      if (cutReads.instead === null) throw error;
      return cutReads.instead(error);
    }
    const bytes = joinBytes(pieces);
    this.#ahead = bytes.subarray(size);
    return bytes.subarray(0, size);
  }

  /** Up to the next line feed, or to the end of the body. If there is a fault before, what came of the line is lost. */
  async receiveLine(): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let piece = this.#ahead;
    this.#ahead = new Uint8Array();
    for (;;) {
      const end = piece.indexOf(10) + 1;
      pieces.push(piece.subarray(0, end || piece.length));
      this.#ahead = piece.subarray(end || piece.length);
      if (end > 0 || this.#reader === null) return joinBytes(pieces);
      piece = await this.#next(pieces, Infinity);
    }
  }

  async close(): Promise<void> {
    await this.#reader?.cancel();
    this.#reader = null;
    this.#ahead = new Uint8Array();
  }

  async #next(before: readonly Uint8Array[], size: number): Promise<Uint8Array> {
    const reader = this.#reader;
    this.#reader = null;
    try {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (!done) this.#reader = reader;
      return value ?? new Uint8Array();
    } catch (error) {
      throw narrowedCut(error, joinBytes(before), size);
    }
  }
}
