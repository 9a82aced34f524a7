import { sharedOpener } from "./fetchAnyStatus.ts";
import { retrieveWith } from "./urllib/retrieveWith.ts";
import type { ReportHook } from "./urllib/retrieveWith.ts";
import type { PostData } from "./urllib/UrlOpener.ts";

/**
 * `urllib.urlretrieve`: downloads into a file, a new temporary one if no name is given, in blocks of 8192 bytes, and gives
 * the file's name and the answer's header fields. A body shorter than announced raises a ContentTooShortError.
 */
export async function urlretrieve(
  url: string,
  filename: string | null = null,
  reporthook: ReportHook | null = null,
  data: PostData = null,
): Promise<[filename: string, headers: Headers]> {
  return retrieveWith(sharedOpener(), url, filename, reporthook, data);
}
