import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { reprStr } from "../python/repr/reprStr.ts";
import { encodeText } from "../python/text/encodeText.ts";
import { endpoint, refuseControls, resolutionError } from "./endpoint.ts";
import type { Endpoint } from "./endpoint.ts";
import { InvalidURL } from "./errors/HTTPException.ts";
import { URLError } from "./errors/URLError.ts";
import { requestHeaders } from "./requestHeaders.ts";
import { requiredScheme, splitRequestUrl } from "./splitRequestUrl.ts";
import type { WireRequest } from "./WireRequest.ts";

/**
 * A request as urllib2 sends it, or the error with which it refuses the URL or a header before it connects: ValueError,
 * URLError or httplib's InvalidURL. A host or path that cannot be asked for is only its `refusal`: a proxy may be asked for it.
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
  const secure = scheme === "https";
  const path = selector || "/";
  const body = typeof content === "string" ? encodeText(content) : content && new Uint8Array(content);
  const { place, refusal } = placeOf(host, path, secure);
  // Nor is such a host sent to a proxy. Else its own field would be refused first.
  if (refusal && /[\r\n]/.test(host)) throw refusal;
  return {
    url: full,
    target: refusal === null ? place.origin + path : "http://unknown.invalid/",
    refusal,
    secure,
    host: place.host,
    port: place.port & 0xffff,
    selector: path,
    method,
    headers: requestHeaders(headers, host, method, body, own),
    body,
  };
}

function placeOf(host: string, path: string, secure: boolean): { place: Endpoint; refusal: WireRequest["refusal"] } {
  try {
    const place = endpoint(host, secure);
    refuseControls(path);
    const unknown = resolutionError(place);
    return { place, refusal: unknown && new URLError(unknown) };
  } catch (error) {
    if (!(error instanceof InvalidURL)) throw error;
    return { place: { secure, host, port: 0, origin: "" }, refusal: error };
  }
}
