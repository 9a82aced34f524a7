import { expect, test } from "vitest";
import { compare } from "../../../src/runtime/python/dynamic/compare.ts";
import { contains } from "../../../src/runtime/python/dynamic/contains.ts";
import { equals } from "../../../src/runtime/python/dynamic/equals.ts";
import { listFind } from "../../../src/runtime/python/containers/listFind.ts";

const nan = Number.NaN;

// In CPython 2.7 `[n] == [n]` is true of one NaN and `[n] == [m]` is false of two: a number alone does not say which it is.
test.for([
  ["[n] == [n]", () => equals([nan], [nan])],
  ["{1: n} == {1: n}", () => equals(new Map([[1, nan]]), new Map([[1, nan]]))],
  ["n in [1.0, n]", () => contains([1, nan], nan)],
  ["[n].index(n)", () => listFind([nan], nan)],
  ["(n, 1) < (n, 2)", () => compare([nan, 1], [nan, 2])],
] as const)("%s stops", ([, asked]) => {
  expect(asked).toThrow("whether a NaN in a container is the one that it is compared with");
});

test("a NaN by itself is equal to none, nor to another number in a container", () => {
  expect(equals(nan, nan)).toBe(false);
  expect(equals([nan, 1], [1, 1])).toBe(false);
  expect(contains([1, nan], 2)).toBe(false);
});
