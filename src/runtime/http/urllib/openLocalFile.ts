import { IOError } from "../../python/exceptions/IOError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { openFile } from "../../python/files/openFile.ts";
import { stat } from "../../python/files/stat.ts";
import { OSError } from "../../python/exceptions/OSError.ts";
import { guessType } from "../mime/guessType.ts";
import { responseHeaders } from "../responseHeaders.ts";
import { unquote } from "../url/unquote.ts";
import { splitHost } from "../url/splitHost.ts";

/** What `urllib.urlopen` gives for `file:` and for a name without a scheme; `url` is without it. Errors are IOErrors of the file. */
export function openLocalFile(url: string): Response {
  const [host, path] = splitHost(url);
  if (!/^(localhost)?$/i.test(host ?? "")) throw new UntranslatedError("U0103", `urllib.urlopen('file:${url}')`);
  const name = unquote(path);
  const { size, modified } = described(name);
  if (path.startsWith("./")) {
    throw new ValueError(`local file url may start with / or file:. Unknown url of type: ${url}`);
  }
  const file = openFile(name, "rb");
  const bytes = new Uint8Array(file.readBytes());
  file.close();
  const headers = responseHeaders([
    ["Content-Type", guessType(url)[0] ?? "text/plain"],
    ["Content-Length", String(size)],
    ["Last-modified", modified],
  ]);
  return Object.defineProperties(new Response(bytes, { headers }), {
    url: { value: path.startsWith("/") ? `file://${path}` : path },
    // Python's is None here: no status was ever received.
    status: { get: noStatus },
  });
}

function noStatus(): never {
  throw new UntranslatedError("U0103", "the status of a local file");
}

function described(name: string): { readonly size: number; readonly modified: string } {
  try {
    const { st_size: size, st_mtime: seconds } = stat(name);
    return { size, modified: new Date(Math.floor(seconds) * 1000).toUTCString() };
  } catch (error) {
    throw error instanceof OSError ? new IOError(error.errno, error.strerror, error.filename) : error;
  }
}
