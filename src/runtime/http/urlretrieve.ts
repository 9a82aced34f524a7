import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { openFile } from "../python/files/openFile.ts";
import { bodyReader } from "./BodyReader.ts";
import { close } from "./close.ts";
import { ContentTooShortError } from "./errors/ContentTooShortError.ts";
import { fetchAnyStatus } from "./fetchAnyStatus.ts";
import { header } from "./header.ts";
import { splitRequestUrl } from "./splitRequestUrl.ts";

/** Called before the first block and after each: how many there were, the bytes of a block, those of all (-1: not known). */
export type ReportHook = (blocks: number, blockSize: number, totalSize: number) => unknown;

/**
 * `urllib.urlretrieve`: downloads into a file, a new temporary one if no name is given, in blocks of 8192 bytes, and gives
 * the file's name and the answer's header fields. A body shorter than announced raises a ContentTooShortError.
 */
export async function urlretrieve(
  url: string,
  filename: string | null = null,
  reporthook: ReportHook | null = null,
  data: string | Uint8Array | null = null,
): Promise<[filename: string, headers: Headers]> {
  const response = await fetchAnyStatus(url, data);
  const result: [string, Headers] = [filename ?? temporaryName(url), response.headers];
  const size = Number(header(response, "content-length") ?? -1);
  const reader = bodyReader(response);
  let received = 0;
  const file = openFile(result[0], "wb");
  try {
    await reporthook?.(0, 8192, size);
    for (let blocks = 1; ; blocks++) {
      const block = await reader.read(8192);
      if (block.length === 0) break;
      received += block.length;
      file.write(block);
      await reporthook?.(blocks, 8192, size);
    }
  } finally {
    file.close();
    await close(response);
  }
  if (received >= size) return result;
  throw new ContentTooShortError(`retrieval incomplete: got only ${received} out of ${size} bytes`, result);
}

/** A file in a new directory of its own, with the ending of the URL's path. */
function temporaryName(url: string): string {
  const path = splitRequestUrl(url).selector.replace(/[?;][^]*$/, "");
  return join(mkdtempSync(join(tmpdir(), "tmp")), `download${extname(path)}`);
}
