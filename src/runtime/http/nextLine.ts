import { StopIteration } from "../python/exceptions/StopIteration.ts";
import { bodyReader } from "./BodyReader.ts";
import type { ReadableBody } from "./bodyReaders.ts";
import { textReader } from "./TextReader.ts";

/** `response.next()`: the next line; StopIteration at the end of the body. */
export async function nextLine(response: ReadableBody): Promise<string> {
  await bodyReader(response).passFirst();
  const line = await textReader(response).readline();
  if (line === "") throw new StopIteration();
  return line;
}
