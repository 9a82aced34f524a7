import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/diagnostics/sha256.ts";

const reference = (input: string | Uint8Array) => createHash("sha256").update(input).digest("hex");

test("every length around the block borders agrees with node:crypto", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = new Uint8Array(length).fill(length);
    expect(sha256(bytes)).toBe(reference(bytes));
  }
});

test("any text and any bytes agree with node:crypto", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => sha256(text) === reference(text)));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => sha256(bytes) === reference(bytes)));
});
