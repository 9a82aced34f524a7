import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { encodeText } from "../python/text/encodeText.ts";
import { BodyReader } from "./BodyReader.ts";
import { closedReader } from "./closedReader.ts";

/** A file of the program that stands for a body: a StringIO, a GzipFile, an open file. */
export interface TextFile {
  read(size?: number): string;
  readline(): string;
  close(): void;
}

/** A body that is a file of the program: each call is one of the file's. */
export class FileBody extends BodyReader {
  #file: TextFile | null;

  constructor(file: TextFile) {
    super(null);
    this.#file = file;
  }

  override async read(count: number | null = null): Promise<Uint8Array> {
    if (this.#file === null) return closedReader.read();
    return encodeText(count === null ? this.#file.read() : this.#file.read(count));
  }

  override async readline(count = -1): Promise<Uint8Array> {
    if (this.#file === null) return closedReader.read();
    if (count >= 0) throw new UntranslatedError("U0103", "a part of a line of a file that stands for an answer");
    return encodeText(this.#file.readline());
  }

  override async close(): Promise<void> {
    this.#file?.close();
    this.#file = null;
  }
}
