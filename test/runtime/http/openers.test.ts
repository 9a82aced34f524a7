import { readFileSync } from "node:fs";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { basicRealm } from "../../../src/runtime/http/auth/basicRealm.ts";
import { HTTPPasswordMgr } from "../../../src/runtime/http/auth/HTTPPasswordMgr.ts";
import { HTTPPasswordMgrWithDefaultRealm } from "../../../src/runtime/http/auth/HTTPPasswordMgrWithDefaultRealm.ts";
import { parseHttpList } from "../../../src/runtime/http/auth/parseHttpList.ts";
import { parseKeqvList } from "../../../src/runtime/http/auth/parseKeqvList.ts";
import { CookieJar } from "../../../src/runtime/http/cookies/CookieJar.ts";
import { CookiePolicy } from "../../../src/runtime/http/cookies/CookiePolicy.ts";
import { joinHeaderWords, splitHeaderWords } from "../../../src/runtime/http/cookies/headerWords.ts";
import { LWPCookieJar } from "../../../src/runtime/http/cookies/LWPCookieJar.ts";
import { parseHttpDate } from "../../../src/runtime/http/cookies/parseHttpDate.ts";
import { parseIsoDate } from "../../../src/runtime/http/cookies/parseIsoDate.ts";
import { HttpRequest } from "../../../src/runtime/http/HttpRequest.ts";
import { bypassesProxy } from "../../../src/runtime/http/proxy/bypassesProxy.ts";
import { parseProxy } from "../../../src/runtime/http/proxy/parseProxy.ts";
import { responseHeaders } from "../../../src/runtime/http/responseHeaders.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { latin1Text } from "../../../src/runtime/http/latin1.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";

// What CPython 2.7.18 gave for the same arguments; made by recorded/openers.py. Strings hold one byte in each character.
type Table = readonly (readonly [arguments: readonly never[], result: object])[];
const recorded = JSON.parse(readFileSync(new URL("recorded/openers.json", import.meta.url), "utf8")) as Record<
  string,
  Table
>;

const next = ["www.acme.com/", "www.acme.com/foo/bar", "www.acme.com/foobar"]
  .map((rest) => `http://${rest}`)
  .concat("https://www.acme.com/foo/", "http://acme.com/", "http://x.www.acme.com/foo/")
  .concat("http://www.acme.com:8080/foo/x", "http://evil.com/", "http://notacme.com/", "http://localhost/")
  .concat("http://127.0.0.1/", "http://27.0.0.1/");

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function jar(url: string, headers: readonly string[], options: Readonly<Record<string, unknown>> = {}): object {
  const own = Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
  const made = new CookieJar(new CookiePolicy(own));
  const fields = headers.map((value): [string, string] => ["Set-Cookie", value.trim()]);
  const request = new HttpRequest(url, { unverifiable: true, originReqHost: "www.other.com" });
  made.extractCookies(responseHeaders(fields), request);
  const sent = next.map((target) => {
    const later = new HttpRequest(target);
    made.addCookieHeader(later);
    return later.getHeader("Cookie");
  });
  const lwp = new LWPCookieJar();
  for (const cookie of made) lwp.setCookie(cookie);
  return { cookies: Array.from(made, repr), text: String(made), sent, lwp: lwp.asLwpStr() };
}

type Row = readonly [realm: string | null, uri: string, user: string, password: string];

const functions: Readonly<Record<string, (...row: never[]) => unknown>> = {
  date: (text: string) => parseHttpDate(text),
  isoDate: (text: string) => parseIsoDate(text),
  jar,
  words: (text: string) => splitHeaderWords(text),
  joined: (text: string) => splitHeaderWords(text).map((words) => joinHeaderWords(words)),
  realm: (challenge: string) => basicRealm(challenge),
  passwords: (added: readonly Row[], asked: readonly (readonly [string, string])[]) =>
    [new HTTPPasswordMgr(), new HTTPPasswordMgrWithDefaultRealm()].map((manager) => {
      for (const row of added) manager.addPassword(...row);
      return asked.map(([realm, uri]) => manager.findUserPassword(realm, uri));
    }),
  digest: (text: string) => [...parseKeqvList(parseHttpList(text))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  proxy: (text: string) => ({ ...parseProxy(text) }),
  bypass: (host: string, listed: string) => {
    process.env["no_proxy"] = listed;
    return bypassesProxy(host);
  },
};

const bytes = (value: unknown): unknown => {
  if (typeof value === "string") return latin1Text(encodeText(value));
  if (Array.isArray(value)) return value.map(bytes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bytes(item)]));
};

function result(call: (...row: never[]) => unknown, row: readonly never[]): object {
  try {
    return { value: bytes(call(...row)) };
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return { error: error.name };
  }
}

afterAll(() => {
  delete process.env["no_proxy"];
});

describe.each(Object.entries(recorded))("%s", (name, rows) => {
  const call = functions[name];
  it.each(rows.map(([row, expected]) => [JSON.stringify(row), row, expected] as const))("%s", (_, row, expected) => {
    if (call === undefined) throw new Error(`no function ${name}`);
    expect(result(call, row)).toEqual(expected);
  });
});
