import { bodyOwner } from "./bodyOwner.ts";
import { bodyReaders } from "./bodyReaders.ts";
import { closedReader } from "./closedReader.ts";
import { framedBodies } from "./framedBodies.ts";
import type { ReadableBody } from "./bodyReaders.ts";

/** `response.close()`: gives up what is left of the body and closes the connection. */
export async function close(answer: ReadableBody): Promise<void> {
  const response = bodyOwner(answer);
  const framed = framedBodies.get(response);
  if (framed !== undefined) framed.closed = true;
  const reader = bodyReaders.get(response);
  if (reader !== undefined) await reader.close();
  else {
    bodyReaders.set(response, closedReader);
    if (response.body !== null && !response.body.locked) await response.body.cancel();
  }
}
