import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { reprStr } from "../python/repr/reprStr.ts";
import { encodeText } from "../python/text/encodeText.ts";
import { GetAddrInfoError } from "./errors/GetAddrInfoError.ts";
import { InvalidURL } from "./errors/InvalidURL.ts";
import { URLError } from "./errors/URLError.ts";
import { requestHeaders } from "./requestHeaders.ts";
import { requiredScheme, splitRequestUrl } from "./splitRequestUrl.ts";
import type { WireRequest } from "./WireRequest.ts";

/**
 * A request as urllib2 sends it, or the error with which it refuses the URL or a header before it connects: ValueError,
 * URLError or httplib's InvalidURL.
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
  const [, name = host, digits = ""] = /^([^]*):([^\]:]*)$/.exec(host) ?? [];
  if (!/^\s*([-+]?\d+\s*)?$/.test(digits)) throw new InvalidURL(`nonnumeric port: '${digits}'`);
  refuseControls(name);
  const path = selector || "/";
  refuseControls(path);
  const secure = scheme === "https";
  const port = digits === "" ? (secure ? 443 : 80) : Number(digits) & 0xffff;
  const request = {
    url: full,
    target: `${scheme}://${name}:${port}${path}`,
    secure,
    host: name.replace(/^\[([^]*)\]$/, "$1"),
    port,
    selector: path,
    method,
    headers: requestHeaders(headers, host, content !== null, own),
    body: typeof content === "string" ? encodeText(content) : content && new Uint8Array(content),
  };
  if (Number(digits) < 0) throw new URLError(new GetAddrInfoError(-8, "Servname not supported for ai_socktype"));
  // A name and password before the host are part of its name for urllib2, and no such name exists.
  const resolvable = !name.includes("@") && URL.canParse(request.target);
  if (!resolvable) throw new URLError(new GetAddrInfoError(-2, "Name or service not known"));
  return request;
}

function refuseControls(part: string): void {
  const found = /[^!-~]/.exec(part);
  if (found === null) return;
  const byte = encodeText(found[0])[0] ?? 0;
  const shown = byte < 0x80 ? reprStr(found[0]) : `'\\x${byte.toString(16)}'`;
  throw new InvalidURL(`URL can't contain control characters. ${reprStr(part)} (found at least ${shown})`);
}
