import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { reprStr } from "../python/repr/reprStr.ts";
import { encodeText } from "../python/text/encodeText.ts";
import { endpoint, refuseControls, resolutionError } from "./endpoint.ts";
import { URLError } from "./errors/URLError.ts";
import { requestHeaders } from "./requestHeaders.ts";
import { requiredScheme, splitRequestUrl } from "./splitRequestUrl.ts";
import type { WireRequest } from "./WireRequest.ts";

/**
 * A request as urllib2 sends it, or the error with which it refuses the URL or a header before it connects: ValueError,
 * URLError or httplib's InvalidURL. A name that cannot be looked up is one only where no proxy is asked for it.
 */
export function prepareRequest(
  url: string,
  method: string,
  headers: Iterable<readonly [string, string]>,
  content: string | Uint8Array | null,
  own?: Iterable<readonly [string, string]>,
): WireRequest {
  const parts = splitRequestUrl(url);
  const { full, host, selector } = parts;
  const scheme = requiredScheme(parts);
  if (scheme === "ftp" || scheme === "file") throw new UntranslatedError("U0103", `urllib2.urlopen(${reprStr(full)})`);
  if (scheme !== "http" && scheme !== "https") throw new URLError(`unknown url type: ${scheme}`);
  if (host === null || host === "") throw new URLError("no host given");
  const place = endpoint(host, scheme === "https");
  const path = selector || "/";
  refuseControls(path);
  const body = typeof content === "string" ? encodeText(content) : content && new Uint8Array(content);
  const unknown = resolutionError(place);
  return {
    url: full,
    target: unknown === null ? place.origin + path : "http://unknown.invalid/",
    unknown,
    secure: place.secure,
    host: place.host,
    port: place.port & 0xffff,
    selector: path,
    method,
    headers: requestHeaders(headers, host, method, body, own),
    body,
  };
}
