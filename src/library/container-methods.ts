import { sequenceElement } from "../analysis/element.ts";
import {
  bool,
  int,
  iterOf,
  join,
  listOf,
  members,
  none,
  only,
  type Type,
  tupleOf,
  union,
  unknown,
} from "../analysis/types.ts";
import { array, call, method, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { iterable, sortCallbacks, sortOptions } from "./builtins.ts";
import { type CallEmit, type CallTypes, type Emitted, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { givenNames } from "./signature.ts";

const elem = (c: CallTypes): Type => ("elem" in c.receiver ? c.receiver.elem.type : unknown);
const keyOf = (c: CallTypes): Type => (c.receiver.k === "dict" ? c.receiver.key.type : unknown);
const valueOf = (c: CallTypes): Type => (c.receiver.k === "dict" ? c.receiver.value.type : unknown);

const storeElem =
  (name: string) =>
  (c: CallTypes): Type => {
    if ("elem" in c.receiver) c.store(c.receiver.elem, c.type(name));
    return none;
  };

/** Values whose equality is JavaScript's `===` as well. */
export const comparesNatively = (type: Type): boolean => {
  const kinds = new Set(
    members(type).map((m) => (m.k === "unicode" ? "str" : m.k === "float" || m.k === "bool" ? "int" : m.k)),
  );
  return only(type, "str", "unicode", "int", "float", "none") && kinds.size <= 2;
};

const runtime = (feature: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (c) => {
    const names = givenNames(params, c);
    return call(c.runtime("python", feature), [c.receiverTs, ...names.map((n) => c.ts(n))]);
  });

export const listMethods: Readonly<Record<string, Entry>> = {
  append: fn("item", storeElem("item"), (c) => method(c.receiverTs, "push", [c.ts("item")])),
  extend: fn(
    "items",
    (c) => {
      if ("elem" in c.receiver)
        c.store(c.receiver.elem, union(members(c.type("items")).map((m) => sequenceElement(m, c.clock))));
      return none;
    },
    (c): Emitted => {
      const it = iterable(c, "items");
      return typeof it === "string" ? it : method(c.receiverTs, "push", [spread(it)]);
    },
  ),
  insert: fn("at:int, item", storeElem("item"), (c) =>
    method(c.receiverTs, "splice", [c.ts("at"), { type: "Literal", value: 0, raw: "0" }, c.ts("item")]),
  ),
  pop: fn("at?:int", elem, (c) =>
    call(c.runtime("python", "listPop"), c.has("at") ? [c.receiverTs, c.ts("at")] : [c.receiverTs]),
  ),
  remove: runtime("listRemove", "item", none),
  index: runtime("listFind", "item", int),
  count: runtime("listCount", "item", int),
  reverse: fn("", none, (c) => method(c.receiverTs, "reverse")),
  sort: fn(
    "cmp?:callable|none, key?:callable|none, reverse?",
    (c) => {
      sortCallbacks(c, elem(c));
      return none;
    },
    (c) => call(c.runtime("python", "sortList"), [c.receiverTs, ...sortOptions(c)]),
  ),
};

/** A dict method that is Dict's own, under its own name. */
const own = (name: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (c) => {
    const names = givenNames(params, c);
    return method(
      c.receiverTs,
      name,
      names.map((n) => c.ts(n)),
    );
  });

const listOfIteration =
  (name: "keys" | "values" | "entries") =>
  (c: CallEmit): ts.Expression =>
    array([spread(method(c.receiverTs, name))]);

export const dictMethods: Readonly<Record<string, Entry>> = {
  get: fn(
    "key, default?",
    (c) => join(valueOf(c), c.has("default") ? c.type("default") : none),
    (c) => {
      const native = method(c.receiverTs, "get", [c.ts("key")]);
      // A stored None is a value, so `??` serves only where no value is None.
      if (!members(valueOf(c)).some((m) => m.k === "none" || m.k === "unknown" || m.k === "json")) {
        return {
          type: "LogicalExpression",
          operator: "??",
          left: native,
          right: c.has("default") ? c.ts("default") : { type: "Literal", value: null, raw: "null" },
        };
      }
      return method(c.receiverTs, "getOr", [
        c.ts("key"),
        c.has("default") ? c.ts("default") : { type: "Literal", value: null, raw: "null" },
      ]);
    },
  ),
  has_key: fn("key", bool, (c) => method(c.receiverTs, "has", [c.ts("key")])),
  keys: fn("", (c) => listOf(c.clock, keyOf(c)), listOfIteration("keys")),
  values: fn("", (c) => listOf(c.clock, valueOf(c)), listOfIteration("values")),
  items: fn("", (c) => listOf(c.clock, tupleOf([keyOf(c), valueOf(c)])), listOfIteration("entries")),
  iterkeys: fn(
    "",
    (c) => iterOf(c.clock, keyOf(c)),
    (c) => method(c.receiverTs, "keys"),
  ),
  itervalues: fn(
    "",
    (c) => iterOf(c.clock, valueOf(c)),
    (c) => method(c.receiverTs, "values"),
  ),
  iteritems: fn(
    "",
    (c) => iterOf(c.clock, tupleOf([keyOf(c), valueOf(c)])),
    (c) => method(c.receiverTs, "entries"),
  ),
  setdefault: fn(
    "key, default?",
    (c) => {
      if (c.receiver.k === "dict") {
        c.store(c.receiver.key, c.type("key"));
        c.store(c.receiver.value, c.has("default") ? c.type("default") : none);
      }
      return valueOf(c);
    },
    (c) =>
      method(c.receiverTs, "setDefault", [
        c.ts("key"),
        c.has("default") ? c.ts("default") : { type: "Literal", value: null, raw: "null" },
      ]),
  ),
  pop: fn(
    "key, default?",
    (c) => (c.has("default") ? join(valueOf(c), c.type("default")) : valueOf(c)),
    (c) => method(c.receiverTs, "pop", c.has("default") ? [c.ts("key"), c.ts("default")] : [c.ts("key")]),
  ),
  popitem: own("popItem", "", (c) => tupleOf([keyOf(c), valueOf(c)])),
  copy: own("copy", "", (c) => c.receiver),
  clear: own("clear", "", none),
  update: fn(
    "other:dict",
    (c) => {
      const other = c.type("other");
      if (c.receiver.k === "dict" && other.k === "dict") {
        c.store(c.receiver.key, other.key.type);
        c.store(c.receiver.value, other.value.type);
      }
      return none;
    },
    (c) => method(c.receiverTs, "update", [c.ts("other")]),
  ),
};

const setOperation = (name: string): FunctionEntry =>
  fn(
    "other",
    (c) => c.receiver,
    (c): Emitted => {
      const it = iterable(c, "other");
      return typeof it === "string" ? it : call(c.runtime("python", name), [c.receiverTs, it]);
    },
  );

export const setMethods: Readonly<Record<string, Entry>> = {
  add: fn("item", storeElem("item"), (c) => method(c.receiverTs, "add", [c.ts("item")])),
  discard: fn("item", none, (c) => method(c.receiverTs, "delete", [c.ts("item")])),
  remove: fn("item", none, (c) => method(c.receiverTs, "remove", [c.ts("item")])),
  clear: own("clear", "", none),
  copy: own("copy", "", (c) => c.receiver),
  pop: own("pop", "", elem),
  update: fn(
    "items",
    (c) => {
      if ("elem" in c.receiver)
        c.store(c.receiver.elem, union(members(c.type("items")).map((m) => sequenceElement(m, c.clock))));
      return none;
    },
    (c): Emitted => {
      const it = iterable(c, "items");
      return typeof it === "string" ? it : method(c.receiverTs, "update", [it]);
    },
  ),
  union: setOperation("union"),
  difference: setOperation("difference"),
  intersection: setOperation("intersection"),
  issubset: fn("other:set", bool, (c) => call(c.runtime("python", "isSubset"), [c.receiverTs, c.ts("other")])),
  issuperset: fn("other:set", bool, (c) => call(c.runtime("python", "isSuperset"), [c.receiverTs, c.ts("other")])),
};
