import { fetchOrThrow } from "../../../src/runtime/http/fetchOrThrow.ts";
import type { FetchOptions } from "../../../src/runtime/http/fetchOrThrow.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";

/** Opens a URL and reads its body: `200 text`, `200 class: text` of an error when reading, or `class: text` of one at open. */
export async function outcome(url: string, options: FetchOptions): Promise<string> {
  let opened = "";
  try {
    const response = await fetchOrThrow(url, options);
    opened = `${response.status} `;
    return opened + (await readText(response));
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return `${opened}${error.qualifiedName}: ${error.message}`;
  }
}
