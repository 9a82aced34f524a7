import { expect, test } from "vitest";
import { Dict } from "../../../src/runtime/python/containers/Dict.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { dumpJson } from "../../../src/runtime/python/json/dumpJson.ts";
import { parseJson } from "../../../src/runtime/python/json/parseJson.ts";
import { decodeUtf8 } from "../../../src/runtime/python/text/decodeUtf8.ts";
import { decode, recorded } from "./decode.ts";

interface Recorded {
  outcome: { result?: unknown; error?: [name: string, text: string] };
}

function attempt(call: () => unknown): unknown {
  try {
    return { result: call() };
  } catch (error) {
    if (error instanceof BaseException) return { error: [error.name, String(error)] };
    throw error;
  }
}

/** Vitest compares Maps as unordered, and a dict made anew from recorded entries can have another order. */
function withOrder(x: unknown): unknown {
  if (x instanceof Map) return { dict: Array.from(x, ([key, value]) => [key, withOrder(value)]) };
  return Array.isArray(x) ? x.map(withOrder) : x;
}

function recordedWithOrder(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(recordedWithOrder);
  if (typeof x !== "object" || x === null || !("dict" in x)) return decode(x, true);
  return { dict: recordedWithOrder(x.dict) };
}

test("JSON is read, and refused, as by CPython", () => {
  for (const row of recorded<Recorded & { text: string; unicode?: boolean }>("json-loads")) {
    const outcome = attempt(() => withOrder(parseJson(row.text, row.unicode === true ? "unicode" : "str")));
    const { result } = row.outcome;
    const expected = row.outcome.error === undefined ? { result: recordedWithOrder(result) } : row.outcome;
    expect.soft(outcome, JSON.stringify(row.text)).toEqual(expected);
  }
});

test("JSON is written as by CPython", () => {
  type Options = { sort_keys?: boolean; indent?: number; separators?: [string, string]; ensure_ascii?: boolean };
  for (const row of recorded<Recorded & { value: unknown; options: Options }>("json-dumps")) {
    const { sort_keys = false, indent = null, separators = null, ensure_ascii = true } = row.options;
    const options = { sortKeys: sort_keys, indent, separators, ensureAscii: ensure_ascii };
    const outcome = attempt(() => dumpJson(decode(row.value, true), options));
    expect.soft(outcome, JSON.stringify([row.value, row.options])).toEqual(row.outcome);
  }
});

test("a value that holds itself is refused", () => {
  const list: unknown[] = [];
  list.push(new Dict([["k", list]]));
  expect(() => dumpJson(list)).toThrow("Circular reference detected");
});

test("UTF-8 is decoded, and refused, as by CPython", () => {
  for (const row of recorded<Recorded & { bytes: number[] }>("utf8")) {
    const outcome = attempt(() => decodeUtf8(Uint8Array.from(row.bytes)));
    expect
      .soft(outcome, JSON.stringify(row.bytes))
      .toEqual(row.outcome.error === undefined ? { result: decode(row.outcome.result) } : row.outcome);
  }
});
