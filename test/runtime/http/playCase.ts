import { fileURLToPath } from "node:url";
import { bodyReader } from "../../../src/runtime/http/BodyReader.ts";
import { HTTPError } from "../../../src/runtime/http/errors/HTTPError.ts";
import { URLError } from "../../../src/runtime/http/errors/URLError.ts";
import { HttpsConnection } from "../../../src/runtime/http/connection/HttpsConnection.ts";
import { setDefaultTimeout } from "../../../src/runtime/http/defaultTimeout.ts";
import { createDefaultContext } from "../../../src/runtime/http/tls/createDefaultContext.ts";
import { createUnverifiedContext } from "../../../src/runtime/http/tls/createUnverifiedContext.ts";
import type { SSLContext } from "../../../src/runtime/http/tls/SSLContext.ts";
import { headerPairs } from "../../../src/runtime/http/connection/headerPairs.ts";
import { HttpConnection } from "../../../src/runtime/http/connection/HttpConnection.ts";
import { fetchAnyStatus } from "../../../src/runtime/http/fetchAnyStatus.ts";
import { fetchOrThrow } from "../../../src/runtime/http/fetchOrThrow.ts";
import { header } from "../../../src/runtime/http/header.ts";
import { headerValues } from "../../../src/runtime/http/headerValues.ts";
import { readBytes } from "../../../src/runtime/http/readBytes.ts";
import type { ReadableBody } from "../../../src/runtime/http/bodyReaders.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { EnvironmentError } from "../../../src/runtime/python/exceptions/EnvironmentError.ts";
import { UntranslatedError } from "../../../src/runtime/python/exceptions/UntranslatedError.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { reprArguments } from "../../../src/runtime/python/repr/reprArguments.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";
import type { Case } from "./cases/Case.ts";

const authority = fileURLToPath(new URL("certificates/ca.pem", import.meta.url));

/** Plays a case with the runtime and describes what happened in the words of `recorded/probe.py`. */
export async function playCase(case_: Case): Promise<object> {
  setDefaultTimeout(case_.defaultTimeout ?? null);
  if (case_.library === "httplib") return connect(case_);
  const { url, method, headers, timeout } = case_;
  const body = bodyOf(case_);
  try {
    const response =
      case_.library === "urllib"
        ? await fetchAnyStatus(url, body)
        : await fetchOrThrow(url, { method, headers, body, timeout, context: contextOf(case_) });
    const answer = answerOf(response, response.status, case_.library === "urllib" ? null : response.statusText);
    return { answer, reads: await reads(response, case_.reads ?? "read") };
  } catch (error) {
    return { open: await describe(error) };
  }
}

function bodyOf({ data, size }: Case): string | null {
  return data ?? (size === undefined ? null : "x".repeat(size));
}

function contextOf({ tls }: Case): SSLContext | null {
  if (tls === undefined) return null;
  return tls === "ca" ? createDefaultContext({ cafile: authority }) : createUnverifiedContext();
}

async function connect(case_: Case): Promise<object> {
  const { url, method, headers, timeout, reads: how } = case_;
  const [, scheme, host = "", path = ""] = /^(https?):\/\/([^/]*?:?[^/:]*)(?=\/|$)([^]*)/.exec(url) ?? [];
  const body = bodyOf(case_);
  const connection = await attempt("request", async () => {
    const options = timeout === undefined ? {} : { timeout };
    const made =
      scheme === "https"
        ? new HttpsConnection(host, null, { ...options, context: contextOf(case_) })
        : new HttpConnection(host, null, options);
    await made.request(method ?? (body === null ? "GET" : "POST"), path, body, headers);
    return made;
  });
  if (!(connection instanceof HttpConnection)) return connection;
  const response = await attempt("getresponse", () => connection.getresponse());
  if (!(response instanceof Response)) return response;
  const value = header(response, "X-Test");
  return {
    status: response.status,
    reason: byteText(response.statusText),
    "x-test": value === null ? null : byteText(value),
    headers: headerPairs(response).flatMap(([name, text]) => (name === "date" ? [] : [byteText(`${name}: ${text}`)])),
    reads: await reads(response, how ?? "read"),
  };
}

async function attempt<T>(phase: string, action: () => Promise<T>): Promise<T | object> {
  try {
    return await action();
  } catch (error) {
    return { [phase]: await describe(error) };
  }
}

async function describe(error: unknown): Promise<object> {
  if (error instanceof UntranslatedError) return { untranslated: error.code };
  if (!(error instanceof BaseException)) throw error;
  const seen: Record<string, unknown> = {
    class: error.qualifiedName,
    str: byteText(error.toString()),
    repr: byteText(repr(error)),
    // Texts of ssl are unicode in CPython, which args do not tell here.
    args: byteText(reprArguments(error.args)).replace("u'[SSL", "'[SSL"),
  };
  // The recordings have numbers only; what else an IOError may have there is in fixtures/semantics/urllib.
  if (error instanceof EnvironmentError && typeof error.errno === "number") seen["errno"] = error.errno;
  if (error instanceof URLError) {
    seen["reason"] = typeof error.reason === "string" ? byteText(error.reason) : await describe(error.reason);
  }
  if (error instanceof HTTPError) {
    seen["answer"] = answerOf(error, error.status, error.reason);
    seen["reads"] = await reads(error, "read");
  }
  return seen;
}

function answerOf(
  response: { readonly url: string; readonly headers: Headers },
  code: number,
  msg: string | null,
): object {
  const value = header(response, "X-Test");
  return {
    code,
    msg: msg === null ? null : byteText(msg),
    url: byteText(response.url),
    "x-test": value === null ? null : byteText(value),
    values: headerValues(response, "x-test").map(byteText),
  };
}

async function reads(response: ReadableBody, how: NonNullable<Case["reads"]>): Promise<unknown[]> {
  const seen: unknown[] = [];
  const take = (bytes: Uint8Array): number => seen.push(latin1(bytes)) && bytes.length;
  try {
    if (how === "read") {
      take(await readBytes(response));
      take(await readBytes(response));
      return seen;
    }
    const reader = bodyReader(response);
    if (how === "pieces") while (take(await reader.read(5)) > 0);
    else if (how === "lines") for await (const line of reader) take(line);
    else {
      take(await reader.read(3));
      take(await reader.readline());
      take(await reader.read(2));
      seen.push((await reader.readlines()).map(latin1));
      take(await readBytes(response));
    }
  } catch (error) {
    seen.push(await describe(error));
  }
  return seen;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function byteText(text: string): string {
  return latin1(encodeText(text));
}
