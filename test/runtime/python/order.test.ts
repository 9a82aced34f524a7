import { expect, test } from "vitest";
import { Dict } from "../../../src/runtime/python/containers/Dict.ts";
import { PySet } from "../../../src/runtime/python/containers/PySet.ts";
import { dictFromKeys } from "../../../src/runtime/python/containers/dictFromKeys.ts";
import { dictFromKeywords } from "../../../src/runtime/python/containers/dictFromKeywords.ts";
import { dictFromPairs } from "../../../src/runtime/python/containers/dictFromPairs.ts";
import { difference } from "../../../src/runtime/python/containers/difference.ts";
import { intersection } from "../../../src/runtime/python/containers/intersection.ts";
import { symmetricDifference } from "../../../src/runtime/python/containers/symmetricDifference.ts";
import { union } from "../../../src/runtime/python/containers/union.ts";
import { decode, list, recorded } from "./decode.ts";

interface History {
  start: string;
  keys: unknown[];
  ops: [name: string, argument: unknown][];
  order: unknown[];
}

function startDict(start: string, keys: unknown[]): Dict<unknown, number> {
  const entries = keys.map((key): [unknown, number] => [key, 0]);
  if (start === "literal") return new Dict(entries);
  if (start === "fromkeys") return dictFromKeys(keys, 0);
  return dictFromPairs(entries, start === "unicode" ? "unicode" : "str");
}

test("a dict iterates in CPython's order after any history", () => {
  for (const { start, keys, ops, order } of recorded<History>("dict-order")) {
    let dict = startDict(start, list(decode(keys)));
    for (const [name, argument] of ops) {
      const value = decode(argument);
      if (name === "set") dict.set(value, 1);
      else if (name === "del") expect(dict.delete(value)).toBe(true);
      else if (name === "update") dict.update(dictFromPairs(list(value).map((key): [unknown, number] => [key, 2])));
      else if (name === "copy") dict = dict.copy();
      else if (name === "clear") dict.clear();
      else if (name === "popitem") expect(dict.popItem()[0]).toEqual(value);
      else expect([...dict.keys()], JSON.stringify({ start, keys, ops })).toEqual(value);
    }
    expect([...dict.keys()], JSON.stringify({ start, keys, ops })).toEqual(decode(order));
    expect(dict.size).toBe(order.length);
  }
});

function startSet(start: string, keys: unknown[]): PySet<unknown> {
  if (start === "dict") {
    const set = new PySet<unknown>();
    set.update(dictFromKeys(keys, 0));
    return set;
  }
  return new PySet(start === "set" ? new PySet(keys) : keys);
}

test("a set iterates in CPython's order after any history", () => {
  for (const { start, keys, ops, order } of recorded<History>("set-order")) {
    let set = startSet(start, list(decode(keys)));
    for (const [name, argument] of ops) {
      const value = decode(argument);
      if (name === "add") set.add(value);
      else if (name === "discard") expect(set.delete(value)).toBe(true);
      else if (name === "update") set.update(list(value));
      else if (name === "pop") expect(set.pop()).toEqual(value);
      else if (name === "order") expect([...set]).toEqual(value);
      else if (name === "union") set = union(set, new PySet(list(value)));
      else if (name === "intersection") set = intersection(set, new PySet(list(value)));
      else if (name === "difference") set = difference(set, new PySet(list(value)));
      else if (name === "symmetricDifference") set = symmetricDifference(set, new PySet(list(value)));
      else if (name === "differenceUpdate") set.differenceUpdate(list(value));
      else if (name === "intersectionUpdate") set.intersectionUpdate(list(value));
      else if (name === "symmetricDifferenceUpdate") set.symmetricDifferenceUpdate(list(value));
      else if (name === "differenceList") set = difference(set, list(value));
      else set = intersection(set, list(value));
    }
    expect([...set], JSON.stringify({ start, keys, ops })).toEqual(decode(order));
  }
});

test("dict(a=1, b=2) iterates in CPython's order", () => {
  for (const { keys, order } of recorded<{ keys: string[]; order: string[] }>("keyword-order")) {
    expect([...dictFromKeywords(Object.fromEntries(keys.map((key) => [key, 1]))).keys()]).toEqual(order);
  }
});
