import { encodeText } from "../../python/text/encodeText.ts";
import { URLError } from "../errors/URLError.ts";
import type { HttpRequest } from "../HttpRequest.ts";

/** Completes the header fields of a request as `urllib2` does before it sends it; `own` are the opener's. */
export function completeRequest(request: HttpRequest, own: Iterable<readonly [string, string]>): HttpRequest {
  if (!request.getHost()) throw new URLError("no host given");
  const data = request.getData();
  const fields: (readonly [string, string])[] = [];
  if (data !== null) {
    const bytes = typeof data === "string" ? encodeText(data) : data;
    fields.push(["Content-type", "application/x-www-form-urlencoded"], ["Content-length", String(bytes.length)]);
  }
  const host = request.hasProxy() ? /^[^/:]+:\/\/([^/?#]*)/.exec(request.getSelector())?.[1] : request.getHost();
  fields.push(["Host", host ?? ""], ...own);
  for (const [name, value] of fields) {
    const capitalized = name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
    if (!request.hasHeader(capitalized)) request.addUnredirectedHeader(capitalized, value);
  }
  return request;
}
