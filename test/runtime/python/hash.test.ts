import { expect, test } from "vitest";
import { hashKey } from "../../../src/runtime/python/hash/hashKey.ts";
import { decode, recorded } from "./decode.ts";

test("keys hash as in CPython", () => {
  for (const { key, hash } of recorded<{ key: unknown; hash: string }>("hashes")) {
    const isUnicode = typeof key === "object" && key !== null && "unicode" in key;
    const result = hashKey(decode(key), isUnicode ? "unicode" : "str");
    const hex = [result?.high ?? 0, result?.low ?? 0].map((half) => half.toString(16).padStart(8, "0")).join("");
    expect.soft(hex, JSON.stringify(key)).toBe(hash);
  }
});

test("keys whose hash is an address have none", () => {
  expect(hashKey(null, "str")).toBeNull();
  expect(hashKey({}, "str")).toBeNull();
  expect(hashKey([1, null], "str")).toBeNull();
});
