import { decodeText } from "../python/text/decodeText.ts";
import { bodyReader } from "./BodyReader.ts";
import type { BodyReader } from "./BodyReader.ts";
import type { ReadableBody } from "./bodyReaders.ts";

/** A response's body, to be read as text piece by piece. */
export function textReader(response: ReadableBody): TextReader {
  return new TextReader(bodyReader(response));
}

/** A BodyReader whose pieces are text. Counts are of bytes, as in Python; a character that is cut in two becomes escapes. */
export class TextReader implements AsyncIterable<string> {
  readonly #bytes: BodyReader;

  constructor(bytes: BodyReader) {
    this.#bytes = bytes;
  }

  async read(count: number | null = null): Promise<string> {
    return decodeText(await this.#bytes.read(count));
  }

  async readline(count = -1): Promise<string> {
    return decodeText(await this.#bytes.readline(count));
  }

  async readlines(enough = 0): Promise<string[]> {
    return (await this.#bytes.readlines(enough)).map(decodeText);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string, void, undefined> {
    for await (const line of this.#bytes) yield decodeText(line);
  }
}
