import { asReceived, responseHeaders } from "./responseHeaders.ts";
import type { Answer } from "./sendRequest.ts";

/** An answer as a standard Response, with the URL as the program wrote it. It may have a status that Response refuses to make, alone or with a body. */
export function toResponse({ status, reason, fields, body }: Answer, url: string): Response {
  const refused = status < 200 || status > 599 || [204, 205, 304].includes(status);
  const response = new Response(body, { status: refused ? 200 : status, headers: responseHeaders(fields) });
  asReceived(response.headers, fields);
  const shown = {
    status: { value: status, configurable: true },
    statusText: { value: reason, configurable: true },
    url: { value: url, configurable: true },
  };
  return Object.defineProperties(response, shown);
}
