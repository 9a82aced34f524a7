import { IOError } from "../../python/exceptions/IOError.ts";
import { splitExtension } from "../../python/files/splitExtension.ts";
import { openFile } from "../../python/files/openFile.ts";
import { parseInteger } from "../../python/numbers/parseInteger.ts";
import { bodyReader } from "../BodyReader.ts";
import { close } from "../close.ts";
import { ContentTooShortError } from "../errors/ContentTooShortError.ts";
import { header } from "../header.ts";
import { unquote } from "../url/unquote.ts";
import { openLocalFile } from "./openLocalFile.ts";
import { splitHost } from "../url/splitHost.ts";
import { splitScheme } from "../url/splitScheme.ts";
import { temporaryFile } from "./temporaryFile.ts";
import { unwrapped } from "../url/unwrapped.ts";
import type { PostData, UrlOpener } from "./UrlOpener.ts";

/** Called before the first block and after each: how many there were, the bytes of a block, those of all (-1: not known). */
export type ReportHook = (blocks: number, blockSize: number, totalSize: number) => unknown;

/** `opener.retrieve`: as `urlretrieve`, which does it with the opener that all share. A local file is only named, not copied. */
export async function retrieveWith(
  opener: UrlOpener,
  address: string,
  filename: string | null = null,
  reporthook: ReportHook | null = null,
  data: PostData = null,
): Promise<[filename: string, headers: Headers]> {
  const url = unwrapped(address);
  const local = filename === null ? localFile(url) : null;
  if (local !== null) return local;
  const response = await opener.open(url, data);
  let result: [string, Headers];
  let size = -1;
  let received = 0;
  try {
    result = [filename || temporaryFile(endingOf(url)), response.headers];
    const file = openFile(result[0], "wb");
    try {
      const reader = bodyReader(response);
      const announced = header(response, "content-length");
      if (announced !== null) size = parseInteger(announced);
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
    }
  } finally {
    await close(response);
  }
  if (received >= size) return result;
  throw new ContentTooShortError(`retrieval incomplete: got only ${received} out of ${size} bytes`, result);
}

function localFile(url: string): [filename: string, headers: Headers] | null {
  const [scheme, rest] = splitScheme(url);
  if (scheme !== null && scheme !== "file") return null;
  try {
    return [unquote(splitHost(rest)[1]), openLocalFile(rest).headers];
  } catch (error) {
    if (error instanceof IOError) return null;
    throw error;
  }
}

/** The ending of a URL's path, for a file that is like it. */
function endingOf(url: string): string {
  const path = splitHost(splitScheme(url)[1])[1].replace(/\?[^?\n]*$/, "");
  return splitExtension(path.replace(/;[^]*/, ""))[1];
}
