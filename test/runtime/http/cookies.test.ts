import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Cookie } from "../../../src/runtime/http/cookies/Cookie.ts";
import { CookieJar } from "../../../src/runtime/http/cookies/CookieJar.ts";
import { CookiePolicy } from "../../../src/runtime/http/cookies/CookiePolicy.ts";
import type { PolicyOptions } from "../../../src/runtime/http/cookies/CookiePolicy.ts";
import { parseHttpDate } from "../../../src/runtime/http/cookies/parseHttpDate.ts";
import { parseIsoDate } from "../../../src/runtime/http/cookies/parseIsoDate.ts";
import { HttpRequest } from "../../../src/runtime/http/HttpRequest.ts";
import { responseHeaders } from "../../../src/runtime/http/responseHeaders.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { decodeText } from "../../../src/runtime/python/text/decodeText.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";

// What CPython 2.7.18 did with the same dates and cookies; made by recorded/cookies.py. Strings hold one byte in each character.
interface Recorded {
  readonly now: number;
  readonly dates: readonly (readonly [text: string, result: unknown])[];
  readonly iso: readonly (readonly [text: string, result: unknown])[];
  readonly visits: readonly (readonly [
    policy: Readonly<Record<string, unknown>>,
    visits: readonly (readonly [url: string, fields: readonly string[]])[],
    result: unknown,
  ])[];
}

const recorded = JSON.parse(readFileSync(new URL("recorded/cookies.json", import.meta.url), "utf8")) as Recorded;

const asText = (bytes: string): string => decodeText(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
const asBytes = (text: string): string => Array.from(encodeText(text), (byte) => String.fromCharCode(byte)).join("");
const shown = (value: unknown): unknown => (typeof value === "string" ? asBytes(value) : value);

function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return { error: error.name, str: String(error) };
  }
}

const parts = (
  "version name value port portSpecified domain domainSpecified domainInitialDot " +
  "path pathSpecified secure expires discard comment commentUrl rfc2109"
).split(" ") as (keyof Cookie)[];

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function play(policy: Readonly<Record<string, unknown>>, visits: Recorded["visits"][number][1]): object {
  const options = Object.fromEntries(Object.entries(policy).map(([name, value]) => [camel(name), value]));
  const jar = new CookieJar(new CookiePolicy(options as PolicyOptions));
  const sent = visits.map(([url, fields]) => {
    const request = new HttpRequest(asText(url));
    jar.addCookieHeader(request);
    const headers = responseHeaders(fields.map((field) => ["Set-Cookie", field] as const));
    jar.extractCookies(headers, request);
    return shown(request.getHeader("Cookie"));
  });
  const cookies = [...jar].map((c) => [
    ...parts.map((part) => c[part]),
    [...c.rest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map((entry) => entry.map(shown)),
  ]);
  return { sent, jar: cookies.map((cookie) => cookie.map(shown)) };
}

describe("cookies as CPython has them", () => {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: recorded.now * 1000 });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it.each(recorded.dates)("http2time(%j)", (text, result) => {
    expect(outcome(() => parseHttpDate(text))).toEqual(result);
  });

  it.each(recorded.iso)("iso2time(%j)", (text, result) => {
    expect(outcome(() => parseIsoDate(text))).toEqual(result);
  });

  it.each(recorded.visits)("%j %j", (policy, visits, result) => {
    expect(outcome(() => play(policy, visits))).toEqual(result);
  });
});
