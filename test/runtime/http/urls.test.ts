import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseQs } from "../../../src/runtime/http/url/parseQs.ts";
import { parseQsl } from "../../../src/runtime/http/url/parseQsl.ts";
import { quote } from "../../../src/runtime/http/url/quote.ts";
import { quotePlus } from "../../../src/runtime/http/url/quotePlus.ts";
import { unquote } from "../../../src/runtime/http/url/unquote.ts";
import { unquotePlus } from "../../../src/runtime/http/url/unquotePlus.ts";
import { urldefrag } from "../../../src/runtime/http/url/urldefrag.ts";
import { urlencode } from "../../../src/runtime/http/url/urlencode.ts";
import { urljoin } from "../../../src/runtime/http/url/urljoin.ts";
import { urlparse } from "../../../src/runtime/http/url/urlparse.ts";
import type { UrlResult } from "../../../src/runtime/http/url/UrlResult.ts";
import { urlsplit } from "../../../src/runtime/http/url/urlsplit.ts";
import { urlunparse } from "../../../src/runtime/http/url/urlunparse.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { decodeText } from "../../../src/runtime/python/text/decodeText.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";

// What CPython 2.7.18 gave for the same arguments; made by recorded/urls.py. Strings hold one byte in each character.
type Table = readonly (readonly [arguments: readonly never[], result: object])[];
const recorded = JSON.parse(readFileSync(new URL("recorded/urls.json", import.meta.url), "utf8")) as Record<
  string,
  Table
>;

const described = (parsed: UrlResult): object => ({
  parts: [...parsed],
  geturl: parsed.geturl(),
  repr: repr(parsed),
  hostname: parsed.hostname,
  username: parsed.username,
  password: parsed.password,
});

const functions: Readonly<Record<string, (...row: never[]) => unknown>> = {
  urljoin: (base: string, url: string) => urljoin(base, url),
  urlsplit: (url: string) => described(urlsplit(url)),
  urlparse: (url: string) => described(urlparse(url)),
  port: (url: string) => urlparse(url).port,
  urldefrag,
  urlunparse: (...parts: string[]) => urlunparse(parts),
  quote,
  quotePlus,
  unquote,
  unquotePlus,
  parseQsl,
  parseQs: (query: string, keep: number) => [...parseQs(query, keep)],
  urlencode,
};

describe.each(Object.entries(functions))("%s", (name, call) => {
  it.each(recorded[name] ?? [])("of %j", (row, expected) => {
    const run = (): object => {
      try {
        return { value: eachText(call(...(eachText(row, decode) as never[])), encode) };
      } catch (error) {
        if (!(error instanceof BaseException)) throw error;
        return { error: error.name, str: encode(error.toString()) };
      }
    };
    expect(run()).toEqual(expected);
  });

  it("has rows", () => {
    expect(recorded[name]?.length).toBeGreaterThan(0);
  });
});

function decode(text: string): string {
  return decodeText(Buffer.from(text, "latin1"));
}

function encode(text: string): string {
  return Buffer.from(encodeText(text)).toString("latin1");
}

/** A value with every string in it changed. */
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => eachText(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachText(item, change)]));
}

describe("urlencode", () => {
  it("refuses a text, as Python does", () => {
    expect(() => urlencode("abc" as never)).toThrow("not a valid non-string sequence or mapping object");
    expect(urlencode("" as never)).toBe("");
  });

  it("takes a Map, and with sequences the keys of one inside", () => {
    expect(urlencode(new Map([["a", new Map([["k", 1]])]]), true)).toBe("a=k");
    expect(urlencode(new Map([["a", 1]]))).toBe("a=1");
  });
});
