import { StopIteration } from "../exceptions/StopIteration.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { fromByteString } from "../text/fromByteString.ts";
import { toByteString } from "../text/toByteString.ts";

/** `StringIO.StringIO`: a file in memory. Places and lengths are bytes of a `str`. */
export class StringIO {
  #bytes: string;
  #place = 0;
  #closed = false;

  constructor(text = "") {
    this.#bytes = toByteString(text);
  }

  #opened(): void {
    if (this.#closed) throw new ValueError("I/O operation on closed file");
  }

  write(text: string): void {
    this.#opened();
    const bytes = toByteString(text);
    if (bytes === "") return;
    const before = this.#bytes.slice(0, this.#place).padEnd(this.#place, "\0");
    this.#bytes = before + bytes + this.#bytes.slice(this.#place + bytes.length);
    this.#place += bytes.length;
  }

  writelines(lines: Iterable<string>): void {
    for (const line of lines) this.write(line);
  }

  /** Nothing is held back. */
  flush(): void {
    this.#opened();
  }

  getvalue(): string {
    this.#opened();
    return fromByteString(this.#bytes);
  }

  read(size = -1): string {
    this.#opened();
    return this.#take(size < 0 ? this.#bytes.length : this.#place + size);
  }

  readline(): string {
    this.#opened();
    const end = this.#bytes.indexOf("\n", this.#place);
    return this.#take(end < 0 ? this.#bytes.length : end + 1);
  }

  /** The next line; a StopIteration behind the last. */
  next(): string {
    const line = this.readline();
    if (line === "") throw new StopIteration();
    return line;
  }

  readlines(): string[] {
    return [...this.lines()];
  }

  *lines(): Generator<string, undefined> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }

  #take(end: number): string {
    const taken = this.#bytes.slice(this.#place, end);
    this.#place += taken.length;
    return fromByteString(taken);
  }

  /** From the start (0), from here (1) or from the end (2); never before the start. */
  seek(offset: number, whence = 0): void {
    this.#opened();
    const origin = whence === 1 ? this.#place : whence === 2 ? this.#bytes.length : 0;
    this.#place = Math.max(0, origin + offset);
  }

  tell(): number {
    this.#opened();
    return this.#place;
  }

  close(): void {
    this.#closed = true;
    this.#bytes = "";
  }
}
