import { AttributeError } from "../python/exceptions/AttributeError.ts";
import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { bodyReaders } from "./bodyReaders.ts";
import type { ReadableBody } from "./bodyReaders.ts";
import { FileBody } from "./FileBody.ts";
import type { TextFile } from "./FileBody.ts";
import { fieldsOf } from "./responseHeaders.ts";
import { toResponse } from "./toResponse.ts";

/** `urllib.addinfourl(fp, headers, url, code)`: the body of an answer, or a file, under other header fields and another URL. It has no `msg`. */
export function infoUrl(
  fp: ReadableBody | TextFile,
  headers: Headers,
  url: string,
  code: number | null = null,
): Response {
  const reader = "body" in fp ? bodyReaders.get(fp) : new FileBody(fp);
  const body = reader === undefined && "body" in fp ? fp.body : null;
  const response = toResponse({ status: code ?? 200, reason: "", fields: fieldsOf(headers), body }, url);
  if (reader !== undefined) bodyReaders.set(response, reader);
  const msg = () => {
    throw new AttributeError("addinfourl instance has no attribute 'msg'");
  };
  const none = () => {
    throw new UntranslatedError("U0103", "the code of an addinfourl that was given none, which is None");
  };
  Object.defineProperty(response, "statusText", { get: msg, configurable: true });
  return code === null ? Object.defineProperty(response, "status", { get: none, configurable: true }) : response;
}

/** `response.code = 302`, for a response that `infoUrl` has made without one. */
export function setCode(response: Response, code: number): void {
  Object.defineProperty(response, "status", { value: code, configurable: true });
}

/** `response.msg = "OK"`, which one that `infoUrl` has made does not have. */
export function setMsg(response: Response, msg: string): void {
  Object.defineProperty(response, "statusText", { value: msg, configurable: true });
}
