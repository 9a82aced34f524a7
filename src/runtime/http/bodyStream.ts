import type { Connection } from "./Connection.ts";
import { readBody } from "./readBody.ts";
import type { KeptConnection } from "./WireRequest.ts";

// CPython closes the connection of a response when nothing refers to it any more.
const abandoned = new FinalizationRegistry<Connection>((connection) => connection.close());

/** A body that is received as it is asked for; what `framing` says of its length. Of a connection that is `kept` nothing is closed. */
export function bodyStream(
  connection: Connection,
  length: number | "chunked" | null,
  kept: KeptConnection | null,
): ReadableStream<Uint8Array> {
  const pieces = readBody(connection, length, kept !== null);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => {
        if (kept === null) connection.close();
        else kept.spoilt = true;
      },
    },
    // Nothing is read ahead, so the timeout runs only while the program waits.
    { highWaterMark: 0 },
  );
  if (kept === null) abandoned.register(stream, connection);
  return stream;
}
