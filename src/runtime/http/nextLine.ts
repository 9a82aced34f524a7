import { StopIteration } from "../python/exceptions/StopIteration.ts";
import { decodeText } from "../python/text/decodeText.ts";
import { bodyReader } from "./BodyReader.ts";
import type { ReadableBody } from "./bodyReaders.ts";

/** `response.next()`: the next line; StopIteration at the end of the body. */
export async function nextLine(response: ReadableBody): Promise<string> {
  const line = decodeText(await bodyReader(response).next());
  if (line === "") throw new StopIteration();
  return line;
}
