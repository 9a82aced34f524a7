import { receivedFields, responseHeaders } from "./responseHeaders.ts";
import type { Answer } from "./sendRequest.ts";

/** An answer as a standard Response, with the URL as the program wrote it. The status must be 200 to 599. */
export function toResponse({ status, reason, fields, body }: Answer, url: string): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  const response = new Response(bodiless ? null : body, { status, headers: responseHeaders(fields) });
  receivedFields.set(response.headers, fields);
  return Object.defineProperties(response, { url: { value: url }, statusText: { value: reason } });
}
