import { bodyReader } from "./BodyReader.ts";
import type { ReadableBody } from "./bodyReaders.ts";

const PIECE = 16384;

/** `shutil.copyfileobj(response, file)`: writes the rest of a body piece by piece, so that what came before a fault is written. */
export async function copyResponse(
  response: ReadableBody,
  file: { write(data: Uint8Array): void },
  piece: number = PIECE,
): Promise<void> {
  const reader = bodyReader(response);
  for (let bytes = await reader.read(piece); bytes.length > 0; bytes = await reader.read(piece)) file.write(bytes);
}
