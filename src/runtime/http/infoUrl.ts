import { AttributeError } from "../python/exceptions/AttributeError.ts";
import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { bodyReaders } from "./bodyReaders.ts";
import type { ReadableBody } from "./bodyReaders.ts";
import { fieldsOf } from "./responseHeaders.ts";
import { toResponse } from "./toResponse.ts";

/** `urllib.addinfourl(fp, headers, url, code)`: the body of an answer under other header fields and another URL. It has no `msg`. */
export function infoUrl(fp: ReadableBody, headers: Headers, url: string, code: number | null = null): Response {
  const reader = bodyReaders.get(fp);
  const answer = { status: code ?? 200, reason: "", fields: fieldsOf(headers), body: reader ? null : fp.body };
  const response = toResponse(answer, url);
  if (reader !== undefined) bodyReaders.set(response, reader);
  const msg = () => {
    throw new AttributeError("addinfourl instance has no attribute 'msg'");
  };
  const none = () => {
    throw new UntranslatedError("U0103", "the code of an addinfourl that was given none, which is None");
  };
  Object.defineProperty(response, "statusText", { get: msg });
  return code === null ? Object.defineProperty(response, "status", { get: none, configurable: true }) : response;
}

/** `response.code = 302`, for a response that `infoUrl` has made without one. */
export function setCode(response: Response, code: number): void {
  Object.defineProperty(response, "status", { value: code, configurable: true });
}
