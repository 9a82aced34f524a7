import { bodyReaders } from "./bodyReaders.ts";
import type { ReadableBody } from "./ReadableBody.ts";

/** `response.close()`: gives up what is left of the body and closes the connection. */
export async function close(response: ReadableBody): Promise<void> {
  const reader = bodyReaders.get(response);
  if (reader !== undefined) await reader.close();
  else if (response.body !== null && !response.body.locked) await response.body.cancel();
}
