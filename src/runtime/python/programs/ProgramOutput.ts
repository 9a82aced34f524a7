import { fromByteString } from "../text/fromByteString.ts";
import { toByteString } from "../text/toByteString.ts";

/** What a program wrote, to be read as a file: `p.stdout`, `os.popen()`. Counts are of bytes of a `str`. */
export class ProgramOutput implements Iterable<string> {
  readonly #text: () => string;
  readonly #closed: () => number | null;
  #at = 0;

  /** `text` runs the program if that has not been done; `closed` gives what closing gives. */
  constructor(text: () => string, closed: () => number | null = () => null) {
    this.#text = () => toByteString(text());
    this.#closed = closed;
  }

  read(size = -1): string {
    const text = this.#text();
    return this.#take(size < 0 ? text.length : Math.min(this.#at + size, text.length));
  }

  readline(): string {
    const text = this.#text();
    const end = text.indexOf("\n", this.#at);
    return this.#take(end < 0 ? text.length : end + 1);
  }

  readlines(): string[] {
    return [...this];
  }

  close(): number | null {
    return this.#closed();
  }

  *[Symbol.iterator](): Generator<string, undefined> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }

  #take(end: number): string {
    const taken = this.#text().slice(this.#at, end);
    this.#at = end;
    return fromByteString(taken);
  }
}
