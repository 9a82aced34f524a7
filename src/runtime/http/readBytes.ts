import { bodyReaders } from "./bodyReaders.ts";
import { bodyOwner } from "./bodyOwner.ts";
import type { ReadableBody } from "./bodyReaders.ts";
import { readToEnd } from "./readToEnd.ts";

/** `response.read()`: the rest of the body, empty when it has been read. */
export async function readBytes(answer: ReadableBody): Promise<Uint8Array> {
  const response = bodyOwner(answer);
  const reader = bodyReaders.get(response);
  if (reader !== undefined) return reader.read();
  if (response.bodyUsed || response.body === null) return new Uint8Array();
  return readToEnd(response.body);
}
