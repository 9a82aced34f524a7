import { UnicodeDecodeError } from "../exceptions/UnicodeDecodeError.ts";
import { decodeUtf8 } from "../text/decodeUtf8.ts";
import { unicodeSplitlines } from "../text/unicodeSplitlines.ts";
import { openFile } from "./openFile.ts";
import type { PyFile } from "./PyFile.ts";

/** `codecs.open(name, mode, 'utf-8')`: a file of `unicode`, whose lines end where Unicode has line ends. */
export class EncodedFile {
  readonly name: string;
  readonly #file: PyFile;
  /** What is left to read. */
  #lines: string[] | null = null;

  constructor(name: string, mode = "rb") {
    this.name = name;
    this.#file = openFile(name, mode.includes("b") ? mode : `${mode}b`);
  }

  #rest(): string[] {
    this.#lines ??= unicodeSplitlines(decodeComplete(this.#file.readBytes()), true);
    return this.#lines;
  }

  /** All that is left. */
  read(): string {
    return this.#rest().splice(0).join("");
  }

  readline(): string {
    return this.#rest().shift() ?? "";
  }

  readlines(): string[] {
    return this.#rest().splice(0);
  }

  *[Symbol.iterator](): Generator<string, undefined> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }

  write(text: string): void {
    this.#file.write(text);
  }

  writelines(lines: Iterable<string>): void {
    for (const line of lines) this.write(line);
  }

  close(): void {
    this.#file.close();
  }
}

/** A stream waits for the rest of a character that is cut off at its end, and so never gives it. */
function decodeComplete(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof UnicodeDecodeError) || error.reason !== "unexpected end of data") throw error;
    return decodeUtf8(bytes.subarray(0, error.start));
  }
}
