import { closeSync, fstatSync, ftruncateSync, writeSync } from "node:fs";
import { typeName } from "../dynamic/typeName.ts";
import { IOError } from "../exceptions/IOError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { softSpace } from "../output/softSpace.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";
import type { FileAccess } from "./FileAccess.ts";
import { FileReader } from "./FileReader.ts";
import { systemCall } from "./systemCall.ts";

/** A Python file. It reads text, or bytes by `readBytes`; positions and sizes are bytes. What is written reaches the system at once. */
export class PyFile {
  readonly name: string;
  closed = false;
  readonly #descriptor: number;
  readonly #access: FileAccess;
  readonly #reader: FileReader;

  /** `position`: where in the file it begins, in bytes. */
  constructor(descriptor: number, name: string, access: FileAccess, position = 0) {
    this.name = name;
    this.#descriptor = descriptor;
    this.#access = access;
    const start = fstatSync(descriptor).isFile() ? position : null;
    this.#reader = new FileReader(descriptor, start, access.universalNewlines);
  }

  /** `f.read(size)`: up to that many bytes, or all that is left, as text. */
  read(size: number | null = null): string {
    return decodeText(this.readBytes(size));
  }

  /** `f.read(size)` of what is used as bytes. */
  readBytes(size: number | null = null): Uint8Array {
    this.#require("reading");
    return this.#reader.read(size === null || size < 0 ? Infinity : size);
  }

  /** `f.readline()`: with its `\n`; empty at the end of the file. */
  readline(): string {
    this.#require("reading");
    return decodeText(this.#reader.readLine());
  }

  /** `f.next()`: the next line; a StopIteration behind the last. */
  next(): string {
    const line = this.readline();
    if (line === "") throw new StopIteration();
    return line;
  }

  readlines(): string[] {
    return [...this];
  }

  /** Line by line. */
  *[Symbol.iterator](): Generator<string, undefined> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }

  write(data: unknown): void {
    this.#require("writing");
    if (softSpace.file === this) softSpace.pending = false;
    if (typeof data !== "string" && !(data instanceof Uint8Array)) {
      throw new PyTypeError(
        this.#access.binary
          ? `argument 1 must be string or buffer, not ${typeName(data)}`
          : "expected a string or other character buffer object",
      );
    }
    const bytes = typeof data === "string" ? encodeText(data) : data;
    const start = this.#access.appends ? null : this.#reader.position;
    for (let done = 0; done < bytes.length;) {
      const at = start === null ? null : start + done;
      done += systemCall(null, () => writeSync(this.#descriptor, bytes, done, bytes.length - done, at));
    }
    if (start !== null) this.#reader.position = start + bytes.length;
    else if (this.#reader.position !== null) this.#reader.position = fstatSync(this.#descriptor).size;
  }

  /** Takes a thousand lines before it writes any, as CPython does: those before one that raises are lost. */
  writelines(lines: Iterable<string>): void {
    const taken: string[] = [];
    const write = (): void => {
      for (const line of taken.splice(0)) this.write(line);
    };
    for (const line of lines) if (taken.push(line) === 1000) write();
    write();
  }

  tell(): number {
    this.#requireOpen();
    const { position } = this.#reader;
    if (position === null) throw new IOError(29, "Illegal seek");
    return position;
  }

  /** `f.seek(offset, whence)`: counted from the beginning (0), from the position (1) or from the end (2). */
  seek(offset: number, whence = 0): void {
    const position = this.tell();
    const base = whence === 0 ? 0 : whence === 1 ? position : fstatSync(this.#descriptor).size;
    if (base + offset < 0) throw new IOError(22, "Invalid argument");
    this.#reader.position = base + offset;
  }

  truncate(size: number = this.tell()): void {
    this.#require("writing");
    systemCall(null, () => ftruncateSync(this.#descriptor, size));
  }

  /** Nothing is held back, so that the file only has to be open. */
  flush(): void {
    this.#requireOpen();
  }

  fileno(): number {
    this.#requireOpen();
    return this.#descriptor;
  }

  close(): void {
    if (!this.closed) closeSync(this.#descriptor);
    this.closed = true;
  }

  #require(purpose: "reading" | "writing"): void {
    this.#requireOpen();
    const allowed = purpose === "reading" ? this.#access.readable : this.#access.writable;
    if (!allowed) throw new IOError(`File not open for ${purpose}`);
  }

  #requireOpen(): void {
    if (this.closed) throw new ValueError("I/O operation on closed file");
  }
}
