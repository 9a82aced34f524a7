import { constantKey } from "../analysis/constant-key.ts";
import { sequenceElement } from "../analysis/element.ts";
import { bool, int, iterOf, listOf, none, setOf, type Type, tupleOf, unknown } from "../analysis/types.ts";
import { array, call, method, spread, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { byPosition } from "./by-position.ts";
import { dictSpecials, listSpecials } from "./container-specials.ts";
import { fromKeys, update } from "./dict-constructor.ts";
import { extended } from "./extended.ts";
import { elementOf, iterable, iterableTs } from "./iterable.ts";
import { keyText, meetsKeys } from "./mixed-text.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { join, members, union } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";
import { nativeOrder, sortCallbacks, sortOptions } from "./sorting.ts";

const elem = (c: CallTypes): Type => ("elem" in c.receiver ? c.receiver.elem.type : unknown);
const keyOf = (c: CallTypes): Type => (c.receiver.k === "dict" ? c.receiver.key.type : unknown);
/** What the dict holds: of a record whose key the call names, what it holds under that. */
function valueOf(c: CallTypes): Type {
  if (c.receiver.k !== "dict") return unknown;
  const { record } = c.receiver;
  const key = c.has("key") ? constantKey(c.node("key")) : null;
  return record && key !== null ? record.field(key) : c.receiver.value.type;
}

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
    return call(c.runtime("python", feature), [c.receiverTs, ...inPlaces(c, parameterNames(params))]);
  });

const listTable: Readonly<Record<string, Entry>> = {
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
      return typeof it === "string" ? it : extended(c.runtime, c.receiverTs, it);
    },
  ),
  insert: fn("at:int, item", storeElem("item"), (c) =>
    method(c.receiverTs, "splice", [c.ts("at"), { type: "Literal", value: 0, raw: "0" }, c.ts("item")]),
  ),
  pop: fn("at?:int", elem, (c) =>
    call(c.runtime("python", "listPop"), c.has("at") ? [c.receiverTs, c.ts("at")] : [c.receiverTs]),
  ),
  remove: runtime("listRemove", "item", none),
  index: fn("item", int, (c) => {
    const type = c.type("item");
    const isShownAsIs = only(type, "str", "int", "bool", "none");
    return call(c.runtime("python", "listFind"), [
      c.receiverTs,
      c.ts("item"),
      ...(isShownAsIs ? [] : [string("list"), c.reprOf(type)]),
    ]);
  }),
  count: runtime("listCount", "item", int),
  reverse: fn("", none, (c) => method(c.receiverTs, "reverse")),
  sort: fn(
    "cmp?:callable|none, key?:callable|none, reverse?",
    (c) => {
      sortCallbacks(c, elem(c));
      return none;
    },
    (c): Emitted => {
      const order = nativeOrder(c, elem(c));
      if (order) return method(c.receiverTs, "sort", [...order]);
      const options = sortOptions(c, elem(c));
      return typeof options === "string" ? options : call(c.runtime("python", "sortList"), [c.receiverTs, ...options]);
    },
  ),
};

export const listMethods = { ...byPosition(listTable, "append extend insert pop remove index count"), ...listSpecials };

/** Both methods of a tuple. */
const tupleTable: Readonly<Record<string, Entry>> = {
  count: runtime("listCount", "item", int),
  index: fn("item", int, (c) =>
    call(c.runtime("python", "listFind"), [
      c.receiverTs,
      c.ts("item"),
      { type: "Literal", value: "tuple", raw: '"tuple"' },
    ]),
  ),
};

export const tupleMethods = byPosition(tupleTable);

/** A dict method that is Dict's own, under its own name. */
const own = (name: string, params: string, result: FunctionEntry["result"]): FunctionEntry =>
  fn(params, result, (c) => {
    return method(c.receiverTs, name, inPlaces(c, parameterNames(params)));
  });

const listOfIteration =
  (name: "keys" | "values" | "entries") =>
  (c: CallEmit): ts.Expression =>
    array([spread(method(c.receiverTs, name))]);

const dictTable: Readonly<Record<string, Entry>> = {
  get: fn(
    "key, default?",
    (c) => join(valueOf(c), c.has("default") ? c.type("default") : none),
    (c) => {
      meetsKeys(c, keyOf(c), c.type("key"));
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
  has_key: fn("key", bool, (c) => {
    meetsKeys(c, keyOf(c), c.type("key"));
    return method(c.receiverTs, "has", [c.ts("key")]);
  }),
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
        const { record } = c.receiver;
        const key = constantKey(c.node("key"));
        const stored = c.has("default") ? c.type("default") : none;
        c.store(c.receiver.key, c.type("key"));
        if (record && key !== null) c.grow(record, key, stored);
        else c.store(c.receiver.value, stored);
      }
      return valueOf(c);
    },
    (c) => {
      meetsKeys(c, keyOf(c), c.type("key"));
      return method(c.receiverTs, "setDefault", [
        c.ts("key"),
        c.has("default") ? c.ts("default") : { type: "Literal", value: null, raw: "null" },
      ]);
    },
  ),
  pop: fn(
    "key, default?",
    (c) => (c.has("default") ? join(valueOf(c), c.type("default")) : valueOf(c)),
    (c) => {
      meetsKeys(c, keyOf(c), c.type("key"));
      if (c.has("default")) return method(c.receiverTs, "pop", [c.ts("key"), c.ts("default")]);
      if (keyText(c, c.type("key")).length > 0) c.assume("A0103", "a unicode key that a KeyError shows");
      return method(c.receiverTs, "pop", [c.ts("key")]);
    },
  ),
  popitem: fn(
    "last?",
    (c) => tupleOf([keyOf(c), valueOf(c)]),
    (c): Emitted => {
      if (!c.has("last")) return method(c.receiverTs, "popItem");
      const last = c.node("last");
      return last ? call(c.runtime("python", "popEnd"), [c.receiverTs, c.truth(last)]) : "popitem() of an unknown end";
    },
  ),
  copy: own("copy", "", (c) => c.receiver),
  clear: own("clear", "", none),
  fromkeys: fromKeys,
  update,
};

export const dictMethods = { ...byPosition(dictTable, "get has_key setdefault pop fromkeys"), ...dictSpecials };

/** An argument as an iterable of which a set can be made. */
const others = (c: CallEmit, ofDicts: "keys" | "dicts" = "keys"): ts.Expression[] | string => {
  const made: ts.Expression[] = [];
  const types = c.rest("others");
  for (const [i, value] of c.restTs("others").entries()) {
    const type = types[i] ?? unknown;
    const one = ofDicts === "dicts" && only(type, "dict") ? value : iterableTs(c, value, type, "others");
    if (typeof one === "string") return one;
    made.push(one);
  }
  return made;
};

const otherElements = (c: CallTypes): Type =>
  union(c.rest("others").flatMap((type) => members(type).map((m) => sequenceElement(m, c.clock))));

/** A new set made of this one and others, one after the other; `grows` where items of the others come into it. */
const setOperation = (name: string, grows: boolean): FunctionEntry =>
  fn(
    "*others",
    (c) =>
      grows && "elem" in c.receiver ? setOf(c.clock, union([c.receiver.elem.type, otherElements(c)])) : c.receiver,
    (c): Emitted => {
      const made = others(c, name === "intersection" ? "keys" : "dicts");
      if (typeof made === "string") return made;
      if (made.length === 0) return method(c.receiverTs, "copy");
      return call(c.runtime("python", name), [c.receiverTs, ...made]);
    },
  );

/** The set itself changed by others. */
const setUpdate = (name: string, grows: boolean): FunctionEntry =>
  fn(
    "*others",
    (c) => {
      if (grows && "elem" in c.receiver) c.store(c.receiver.elem, otherElements(c));
      return none;
    },
    (c): Emitted => {
      const made = others(c, grows ? "dicts" : "keys");
      if (typeof made === "string") return made;
      if (made.length === 1 || name === "update") return method(c.receiverTs, name, made);
      return `${name} of several sets: write a call for each`;
    },
  );

const setTest = (feature: string): FunctionEntry =>
  fn("other", bool, (c): Emitted => {
    const it = iterable(c, "other");
    if (typeof it === "string") return it;
    return call(c.runtime("python", feature), [c.receiverTs, it]);
  });

const setTable: Readonly<Record<string, Entry>> = {
  add: fn("item", storeElem("item"), (c) => method(c.receiverTs, "add", [c.ts("item")])),
  discard: fn("item", none, (c) => method(c.receiverTs, "delete", [c.ts("item")])),
  remove: fn("item", none, (c) => method(c.receiverTs, "remove", [c.ts("item"), ...keyText(c, c.type("item"))])),
  clear: own("clear", "", none),
  copy: own("copy", "", (c) => c.receiver),
  pop: own("pop", "", elem),
  update: setUpdate("update", true),
  difference_update: setUpdate("differenceUpdate", false),
  intersection_update: setUpdate("intersectionUpdate", false),
  symmetric_difference_update: setUpdate("symmetricDifferenceUpdate", true),
  union: setOperation("union", true),
  difference: setOperation("difference", false),
  intersection: setOperation("intersection", false),
  symmetric_difference: fn(
    "other",
    (c) =>
      "elem" in c.receiver ? setOf(c.clock, union([c.receiver.elem.type, elementOf(c, c.type("other"))])) : c.receiver,
    (c): Emitted => {
      const it = only(c.type("other"), "dict") ? c.ts("other") : iterable(c, "other");
      return typeof it === "string" ? it : call(c.runtime("python", "symmetricDifference"), [c.receiverTs, it]);
    },
  ),
  issubset: setTest("isSubset"),
  issuperset: setTest("isSuperset"),
  isdisjoint: setTest("isDisjoint"),
};

export const setMethods = byPosition(setTable);
