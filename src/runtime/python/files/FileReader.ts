import { readSync } from "node:fs";
import { systemCall } from "./systemCall.ts";
import { translateNewlines } from "./translateNewlines.ts";

const CHUNK = 65536;
const LINE_FEED = 10;
const RETURN = 13;

/** Reads bytes of an open file, ahead of what is asked for. */
export class FileReader {
  readonly #descriptor: number;
  readonly #universalNewlines: boolean;
  #buffer: Uint8Array = new Uint8Array(0);
  /** Where the buffer ends in the file; null for a stream, which has no positions. */
  #end: number | null;
  #afterReturn = false;

  constructor(descriptor: number, start: number | null, universalNewlines: boolean) {
    this.#descriptor = descriptor;
    this.#end = start;
    this.#universalNewlines = universalNewlines;
  }

  /** The position of the next byte, or null. */
  get position(): number | null {
    return this.#end === null ? null : this.#end - this.#buffer.length;
  }

  set position(position: number | null) {
    this.#buffer = new Uint8Array(0);
    this.#end = position;
  }

  /** Up to `size` bytes; fewer only at the end. */
  read(size: number): Uint8Array {
    while (this.#buffer.length < size && this.#fill());
    return this.#take(Math.min(size, this.#buffer.length));
  }

  /** Up to the next `\n`, with it; nothing at the end. */
  readLine(): Uint8Array {
    for (let searched = 0; ;) {
      const at = this.#buffer.indexOf(LINE_FEED, searched);
      if (at >= 0) return this.#take(at + 1);
      searched = this.#buffer.length;
      if (!this.#fill()) return this.#take(searched);
    }
  }

  #take(count: number): Uint8Array {
    const taken = this.#buffer.subarray(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return taken;
  }

  /** Reads some more, as much again if there is much already; false at the end. */
  #fill(): boolean {
    const size = Math.max(CHUNK, this.#buffer.length);
    const chunk = new Uint8Array(this.#buffer.length + size);
    chunk.set(this.#buffer);
    const start = this.#buffer.length;
    const count = systemCall(null, () => readSync(this.#descriptor, chunk, start, size, this.#end));
    if (this.#end !== null) this.#end += count;
    const added = chunk.subarray(start, start + count);
    this.#buffer = chunk.subarray(0, start + (this.#universalNewlines ? this.#translate(added) : count));
    return count > 0;
  }

  #translate(bytes: Uint8Array): number {
    const before = this.#afterReturn;
    this.#afterReturn = bytes.at(-1) === RETURN;
    return translateNewlines(bytes, before);
  }
}
