import { decodeText } from "../python/text/decodeText.ts";
import { readBytes } from "./readBytes.ts";
import type { ReadableBody } from "./bodyReaders.ts";

/** `response.read()` as text: the rest of the body, "" when it has been read. */
export async function readText(response: ReadableBody): Promise<string> {
  return decodeText(await readBytes(response));
}
