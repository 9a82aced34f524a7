import { decodeText } from "../python/text/decodeText.ts";
import type { Connection } from "./Connection.ts";
import { IncompleteRead } from "./errors/HTTPException.ts";
import { joinBytes } from "./joinBytes.ts";

/** A body in the pieces that it comes in. `length` is what `framing` says; one of bytes that ends too early just ends. */
export async function* readBody(
  connection: Connection,
  length: number | "chunked" | null,
  stays: boolean,
): AsyncGenerator<Uint8Array> {
  try {
    if (length === "chunked") return yield* readChunks(connection);
    for (let left = length ?? Infinity; left > 0;) {
      const piece = await connection.receive(left);
      if (piece === null) return;
      left -= piece.length;
      if (left === 0 && !stays) connection.close();
      yield piece;
    }
  } finally {
    if (!stays) connection.close();
  }
}

/**
 * Where chunks are cut or broken, an IncompleteRead. Its `partial` is bytes where it depends on how much the program had
 * asked for, which `narrowedCut` knows: what came of the chunk, or nothing between chunks.
 */
async function* readChunks(connection: Connection): AsyncGenerator<Uint8Array> {
  for (;;) {
    const line = await connection.receiveLine("chunk size");
    const [digits = ""] = line.split(";");
    if (!/^[ \t-\r]*[-+]?(0x)?[\da-f]+[ \t-\r]*$/i.test(digits)) throw new IncompleteRead(new Uint8Array());
    const size = Number.parseInt(digits, 16);
    if (size === 0) break;
    const came: Uint8Array[] = [];
    for (let left = size; left > 0;) {
      const piece = await connection.receive(left);
      if (piece === null) throw new IncompleteRead(joinBytes(came), left);
      came.push(piece);
      left -= piece.length;
      yield piece;
    }
    for (let end = ""; end.length < 2;) {
      const piece = await connection.receive(2 - end.length);
      if (piece === null) throw new IncompleteRead(end, 2 - end.length);
      end += decodeText(piece);
    }
  }
  // What follows the last chunk is of no interest, but waited for.
  for (let line = "more"; line !== "" && line !== "\r\n";) line = await connection.receiveLine("trailer line");
}
