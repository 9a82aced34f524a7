import { decodeText } from "../python/text/decodeText.ts";
import { IncompleteRead } from "./errors/IncompleteRead.ts";
import { joinBytes } from "./joinBytes.ts";

/** Everything that is left of a body, after `first`. If it was cut between two chunks, the error holds what came before. */
export async function readToEnd(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  ...first: Uint8Array[]
): Promise<Uint8Array> {
  const pieces = [...first];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(pieces);
      pieces.push(value);
    }
  } catch (error) {
    const between = error instanceof IncompleteRead && error.expected === null;
    throw between ? new IncompleteRead(decodeText(joinBytes(pieces))) : error;
  }
}
