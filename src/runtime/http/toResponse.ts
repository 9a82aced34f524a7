import { receivedFields, responseHeaders } from "./responseHeaders.ts";
import type { Answer } from "./sendRequest.ts";

/** An answer as a standard Response, with the URL as the program wrote it. It may have a status that Response refuses to make. */
export function toResponse({ status, reason, fields, body }: Answer, url: string): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  const made = status >= 200 && status <= 599 ? status : 200;
  const response = new Response(bodiless ? null : body, { status: made, headers: responseHeaders(fields) });
  receivedFields.set(response.headers, fields);
  const shown = {
    status: { value: status, configurable: true },
    statusText: { value: reason, configurable: true },
    url: { value: url },
  };
  return Object.defineProperties(response, shown);
}
