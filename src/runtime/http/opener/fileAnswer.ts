import { OSError } from "../../python/exceptions/OSError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { openFile } from "../../python/files/openFile.ts";
import { stat } from "../../python/files/stat.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { URLError } from "../errors/URLError.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import { infoUrl } from "../infoUrl.ts";
import { guessType } from "../mime/guessType.ts";
import { responseHeaders } from "../responseHeaders.ts";
import { unquote } from "../url/unquote.ts";

/** What urllib2 gives for a `file:` URL: the file as an answer, without a code. A URLError if it is not there, an IOError if it cannot be opened. */
export function fileAnswer(request: HttpRequest): Response {
  const host = request.getHost() ?? "";
  const selector = request.getSelector();
  const isLocal = /^(localhost|127\.0\.0\.1)?$/.test(host);
  if (/:\d*$/.test(host)) throw new URLError("file not on local host");
  if (!isLocal) throw new UntranslatedError("U0103", `urllib2.urlopen(${reprStr(request.getFullUrl())})`);
  const name = unquote(selector);
  const headers = responseHeaders(describe(name, selector));
  return infoUrl(openFile(name, "rb"), headers, `file://${host}${selector}`);
}

function describe(name: string, selector: string): [name: string, value: string, lines: string][] {
  const field = (key: string, value: string): [string, string, string] => [key, value, `${key}: ${value}\n`];
  try {
    const { st_size: size, st_mtime: seconds } = stat(name);
    return [
      field("Content-type", guessType(selector)[0] ?? "text/plain"),
      field("Content-length", String(size)),
      field("Last-modified", new Date(Math.floor(seconds) * 1000).toUTCString()),
    ];
  } catch (error) {
    throw error instanceof OSError ? new URLError(error) : error;
  }
}
