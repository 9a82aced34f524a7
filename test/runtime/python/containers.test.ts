import { expect, test } from "vitest";
import { DefaultDict } from "../../../src/runtime/python/containers/DefaultDict.ts";
import { Dict } from "../../../src/runtime/python/containers/Dict.ts";
import { OrderedDict } from "../../../src/runtime/python/containers/OrderedDict.ts";
import { PySet } from "../../../src/runtime/python/containers/PySet.ts";
import { isSubset } from "../../../src/runtime/python/containers/isSubset.ts";
import { isSuperset } from "../../../src/runtime/python/containers/isSuperset.ts";
import { getItem } from "../../../src/runtime/python/dynamic/getItem.ts";
import { Float } from "../../../src/runtime/python/numbers/Float.ts";
import { floatRepr } from "../../../src/runtime/python/numbers/floatRepr.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { reprBool } from "../../../src/runtime/python/repr/reprBool.ts";
import { reprDict } from "../../../src/runtime/python/repr/reprDict.ts";
import { reprInt } from "../../../src/runtime/python/repr/reprInt.ts";
import { reprList } from "../../../src/runtime/python/repr/reprList.ts";
import { reprNone } from "../../../src/runtime/python/repr/reprNone.ts";
import { reprOptional } from "../../../src/runtime/python/repr/reprOptional.ts";
import { reprSet } from "../../../src/runtime/python/repr/reprSet.ts";
import { reprStr } from "../../../src/runtime/python/repr/reprStr.ts";
import { reprTuple } from "../../../src/runtime/python/repr/reprTuple.ts";
import { reprTupleOf } from "../../../src/runtime/python/repr/reprTupleOf.ts";
import { reprUnicode } from "../../../src/runtime/python/repr/reprUnicode.ts";

test("equal keys are one key, under its first spelling", () => {
  const dict = new Dict<unknown, string>([[true, "a"]]);
  dict.set(1, "b").set(new Float(1), "c");
  expect([dict.size, dict.get(1n), repr(dict)]).toEqual([1, "c", "{True: 'c'}"]);
  const tuples = new Dict<unknown, number>([[[1, "a"], 1]]);
  expect([tuples.has([true, "a"]), tuples.has([1, "b"]), tuples.has(["1", "a"]), tuples.has("(1,'a')")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(tuples.delete([new Float(1), "a"])).toBe(true);
  expect([tuples.size, tuples.has([1, "a"])]).toEqual([0, false]);
  const set = new PySet<unknown>([1, true, new Float(1), [1, [2]], [true, [2n]], "1"]);
  expect(set.size).toBe(3);
});

test("keys whose order differs from run to run iterate as they were inserted", () => {
  const key = {};
  const dict = new Dict<unknown, number>([
    ["b", 1],
    [null, 2],
    [key, 3],
    ["a", 4],
  ]);
  expect([...dict.keys()]).toEqual(["b", null, key, "a"]);
  expect([...dict.values()]).toEqual([1, 2, 3, 4]);
});

test("what is not there is Python's error", () => {
  const dict = new Dict([["a", 1]]);
  expect(() => getItem(dict, "b")).toThrow("'b'");
  expect(() => dict.pop("b")).toThrow("'b'");
  expect(() => new Dict<string, number>().pop("b")).toThrow("'b'");
  expect(() => new Dict().popItem()).toThrow("popitem(): dictionary is empty");
  expect(() => new PySet().pop()).toThrow("pop from an empty set");
  expect(() => new PySet([1]).remove(2)).toThrow("2");
  expect(() => new Dict([[new Dict(), 1]])).toThrow("unhashable type: 'dict'");
  expect([
    dict.pop("b", 5),
    dict.getOr("b", null),
    dict.setDefault("c", 7),
    dict.setDefault("c", 8),
    dict.pop("a"),
  ]).toEqual([5, null, 7, 7, 1]);
});

test("a change while iterating is Python's error", () => {
  const dict = new Dict([["a", 1]]);
  expect(() => dict.forEach((_, key) => dict.delete(key))).toThrow("dictionary changed size during iteration");
  const set = new PySet([1]);
  expect(() => set.forEach((item) => set.add(item + 1))).toThrow("Set changed size during iteration");
});

test("defaultdict and OrderedDict", () => {
  const lists = new DefaultDict<string, number[]>(() => []);
  getItem(lists, "x").push(1);
  getItem(lists, "x").push(2);
  expect([lists.get("x"), lists.get("y"), lists.size]).toEqual([[1, 2], undefined, 1]);
  expect(() => getItem(new DefaultDict<string, number>(), "k")).toThrow("'k'");
  const ordered = new OrderedDict([
    ["b", 1],
    ["a", 2],
    ["c", 3],
  ]);
  expect([repr(ordered), ordered.popItem(), [...ordered]]).toEqual([
    "OrderedDict([('b', 1), ('a', 2), ('c', 3)])",
    ["c", 3],
    [
      ["b", 1],
      ["a", 2],
    ],
  ]);
  expect(repr(new OrderedDict())).toBe("OrderedDict()");
  expect(() => new OrderedDict().popItem()).toThrow("'dictionary is empty'");
});

test("subsets and supersets", () => {
  const set = new PySet([1, 2]);
  expect([
    isSubset(set, [1, 2, 3]),
    isSubset(set, new PySet([1])),
    isSuperset(set, [2]),
    isSuperset(set, [2, 5]),
  ]).toEqual([true, false, true, false]);
});

test("representations are put together by type", () => {
  expect(reprList(floatRepr)([1, 0.1])).toBe("[1.0, 0.1]");
  expect(reprTuple(reprInt, reprStr, reprUnicode)([5, "caf\u00e9", "x"])).toBe("(5, 'caf\\xc3\\xa9', u'x')");
  expect([
    reprTuple(reprInt)([5]),
    reprTuple()([]),
    reprTupleOf(reprInt)([]),
    reprTupleOf(reprInt)([1]),
    reprTupleOf(reprInt)([1, 2]),
  ]).toEqual(["(5,)", "()", "()", "(1,)", "(1, 2)"]);
  expect(
    reprDict(
      reprStr,
      reprList(reprOptional(reprBool)),
    )(
      new Dict([
        ["b", [true]],
        ["a", [null]],
      ]),
    ),
  ).toBe("{'a': [None], 'b': [True]}");
  expect([reprSet(reprInt)(new PySet([3, 1])), reprSet(reprInt)(new PySet([1], true))]).toEqual([
    "set([1, 3])",
    "frozenset([1])",
  ]);
  expect([reprInt(-0), reprInt(2 ** 60), reprInt(2 ** 63), reprNone(null)]).toEqual([
    "0",
    "1152921504606846976",
    "9223372036854775808L",
    "None",
  ]);
});
