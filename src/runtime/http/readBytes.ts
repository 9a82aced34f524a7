import { bodyReaders } from "./bodyReaders.ts";
import type { ReadableBody } from "./ReadableBody.ts";

/** `response.read()`: the rest of the body, empty when it has been read. Of a cut body, nothing is kept, as in Python. */
export async function readBytes(response: ReadableBody): Promise<Uint8Array> {
  const reader = bodyReaders.get(response);
  if (reader !== undefined) return reader.read();
  return response.bodyUsed ? new Uint8Array() : new Uint8Array(await new Response(response.body).arrayBuffer());
}
