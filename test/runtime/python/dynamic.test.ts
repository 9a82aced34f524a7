import { expect, test } from "vitest";
import { Dict } from "../../../src/runtime/python/containers/Dict.ts";
import { listCount } from "../../../src/runtime/python/containers/listCount.ts";
import { listFind } from "../../../src/runtime/python/containers/listFind.ts";
import { listPop } from "../../../src/runtime/python/containers/listPop.ts";
import { listRemove } from "../../../src/runtime/python/containers/listRemove.ts";
import { add } from "../../../src/runtime/python/dynamic/add.ts";
import { asDict } from "../../../src/runtime/python/dynamic/asDict.ts";
import { asList } from "../../../src/runtime/python/dynamic/asList.ts";
import { asText } from "../../../src/runtime/python/dynamic/asText.ts";
import { bound } from "../../../src/runtime/python/dynamic/bound.ts";
import { boundGlobal } from "../../../src/runtime/python/dynamic/boundGlobal.ts";
import { compare } from "../../../src/runtime/python/dynamic/compare.ts";
import { contains } from "../../../src/runtime/python/dynamic/contains.ts";
import { deleteItem } from "../../../src/runtime/python/dynamic/deleteItem.ts";
import { divide } from "../../../src/runtime/python/dynamic/divide.ts";
import { equals } from "../../../src/runtime/python/dynamic/equals.ts";
import { getItem } from "../../../src/runtime/python/dynamic/getItem.ts";
import { iterate } from "../../../src/runtime/python/dynamic/iterate.ts";
import { length } from "../../../src/runtime/python/dynamic/length.ts";
import { multiply } from "../../../src/runtime/python/dynamic/multiply.ts";
import { notNone } from "../../../src/runtime/python/dynamic/notNone.ts";
import { quotient } from "../../../src/runtime/python/dynamic/quotient.ts";
import { remainder } from "../../../src/runtime/python/dynamic/remainder.ts";
import { setItem } from "../../../src/runtime/python/dynamic/setItem.ts";
import { subtract } from "../../../src/runtime/python/dynamic/subtract.ts";
import { truthy } from "../../../src/runtime/python/dynamic/truthy.ts";
import { typeName } from "../../../src/runtime/python/dynamic/typeName.ts";
import { unpack } from "../../../src/runtime/python/dynamic/unpack.ts";
import { all } from "../../../src/runtime/python/iteration/all.ts";
import { any } from "../../../src/runtime/python/iteration/any.ts";
import { enumerate } from "../../../src/runtime/python/iteration/enumerate.ts";
import { max } from "../../../src/runtime/python/iteration/max.ts";
import { min } from "../../../src/runtime/python/iteration/min.ts";
import { range } from "../../../src/runtime/python/iteration/range.ts";
import { reversed } from "../../../src/runtime/python/iteration/reversed.ts";
import { sorted } from "../../../src/runtime/python/iteration/sorted.ts";
import { sumOf } from "../../../src/runtime/python/iteration/sumOf.ts";
import { xrange } from "../../../src/runtime/python/iteration/xrange.ts";
import { zip } from "../../../src/runtime/python/iteration/zip.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { replay } from "./replay.ts";

const start = (item: unknown): string => repr(item).slice(0, 2);

test("operators on unknown types give CPython's results and errors", () => {
  replay(
    "operators",
    {
      truthy,
      length: (x: unknown) => length(x, "str"),
      equals,
      contains,
      add,
      subtract,
      multiply,
      divide,
      quotient,
      remainder,
      // The rows' texts are str, which are indexed by their bytes.
      getItem: (container: unknown, key: unknown) =>
        getItem(container, key, typeof container === "string" ? "str" : undefined),
      typeName,
      iterate: (x: unknown) => [...iterate(x, "str")],
      lessThan: (a: unknown, b: unknown) => compare(a, b) < 0,
      greaterThan: (a: unknown, b: unknown) => compare(a, b) > 0,
      setItem: (x: unknown, key: unknown) => {
        setItem(x, key, "new");
        return x;
      },
      deleteItem: (x: unknown, key: unknown) => {
        deleteItem(x, key);
        return x;
      },
    },
    true,
  );
});

test("an int and a float are compared exactly", () => {
  replay(
    "large-numbers",
    {
      equals,
      lessThan: (a: unknown, b: unknown) => compare(a, b) < 0,
      greaterThan: (a: unknown, b: unknown) => compare(a, b) > 0,
    },
    true,
  );
});

test("sequences are gone through as in CPython", () => {
  replay(
    "sequences",
    {
      min,
      max,
      any,
      all,
      sumOf,
      listFind,
      listCount,
      zip,
      range,
      sorted,
      sortedReverse: (items: unknown[]) => sorted(items, { reverse: true }),
      sortedByRepr: (items: unknown[]) => sorted(items, { key: start }),
      sortedByReprReverse: (items: unknown[]) => sorted(items, { key: start, reverse: true }),
      unpack: (x: unknown) => unpack(x, 3),
      listRemove: (items: unknown[], item: unknown) => {
        listRemove(items, item);
        return items;
      },
      listPop: (items: unknown[]) => [listPop(items), items],
      listPopAt: (items: unknown[], index: number) => [listPop(items, index), items],
      enumerate: (items: unknown[]) => [...enumerate(items)],
      reversed: (items: unknown[]) => [...reversed(items)],
      xrange: (from: number, to: number, step: number) => [...xrange(from, to, step)],
    },
    true,
  );
});

test("a value that lacks an attribute is refused as in Python", () => {
  expect(() => asDict(null, "get")).toThrow("'NoneType' object has no attribute 'get'");
  expect(() => asDict("x", "get", "unicode")).toThrow("'unicode' object has no attribute 'get'");
  expect(() => asList(new Dict(), "append")).toThrow("'dict' object has no attribute 'append'");
  expect(() => asText([], "strip")).toThrow("'list' object has no attribute 'strip'");
  expect(() => notNone(null, "group")).toThrow("'NoneType' object has no attribute 'group'");
  expect(() => bound(undefined, "x")).toThrow("local variable 'x' referenced before assignment");
  expect(() => boundGlobal(undefined, "x")).toThrow("name 'x' is not defined");
  expect([bound(0, "x"), boundGlobal(null, "x"), notNone(1, "y"), asText("t", "z")]).toEqual([0, null, 1, "t"]);
});
