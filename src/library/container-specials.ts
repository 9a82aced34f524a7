import { sequenceElement } from "../analysis/element.ts";
import { members, union } from "../analysis/join.ts";
import { asciiStr, bool, int, iterOf, none, str, type Type, unknown } from "../analysis/types.ts";
import { call, member, method, not } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { extended } from "./extended.ts";
import { update } from "./dict-constructor.ts";
import { iterable } from "./iterable.ts";

/*
 * The special methods of containers by name, as a class that derives from one calls them: `dict.__getitem__(self, key)`. They do what the
 * container does, whatever the class of the object has for it.
 */

const held = (c: CallTypes): Type =>
  c.receiver.k === "dict" ? c.receiver.value.type : c.receiver.k === "list" ? c.receiver.elem.type : unknown;

const gone = (c: CallTypes): Type => (c.receiver.k === "dict" ? c.receiver.key.type : held(c));

const shown = (c: CallEmit): ts.Expression => call(c.reprOf(c.receiver), [c.receiverTs]);

const compared = (isEqual: boolean): FunctionEntry =>
  fn("other, /", bool, (c): Emitted => {
    const other = c.type("other");
    if (other.k !== c.receiver.k) return "a comparison by name with what may be no container of this kind";
    const made = call(c.runtime("python", "equals"), [c.receiverTs, c.ts("other")]);
    return isEqual ? made : not(made);
  });

const ofBoth: Readonly<Record<string, Entry>> = {
  __eq__: compared(true),
  __ne__: compared(false),
  __repr__: fn("", asciiStr, shown),
  __str__: fn("", str, shown),
};

export const dictSpecials: Readonly<Record<string, Entry>> = {
  ...ofBoth,
  __init__: update,
  __getitem__: fn("key, /", held, (c) => method(c.receiverTs, "item", [c.ts("key")])),
  __setitem__: fn(
    "key, value, /",
    (c) => {
      if (c.receiver.k === "dict") {
        c.store(c.receiver.key, c.type("key"));
        c.store(c.receiver.value, c.type("value"));
      }
      return none;
    },
    (c) => method(c.receiverTs, "set", [c.ts("key"), c.ts("value")]),
  ),
  __delitem__: fn("key, /", none, (c) => method(c.receiverTs, "pop", [c.ts("key")])),
  __contains__: fn("key, /", bool, (c) => method(c.receiverTs, "has", [c.ts("key")])),
  __len__: fn("", int, (c) => member(c.receiverTs, "size")),
  __iter__: fn(
    "",
    (c) => iterOf(c.clock, gone(c)),
    (c) => method(c.receiverTs, "keys"),
  ),
};

export const listSpecials: Readonly<Record<string, Entry>> = {
  ...ofBoth,
  __init__: fn(
    "items?, /",
    (c) => {
      if (c.receiver.k === "list" && c.has("items"))
        c.store(c.receiver.elem, union(members(c.type("items")).map((m) => sequenceElement(m, c.clock))));
      return none;
    },
    (c): Emitted => {
      if (!c.has("items")) return { type: "Identifier", name: "undefined" };
      const items = iterable(c, "items");
      return typeof items === "string" ? items : extended(c.runtime, c.receiverTs, items);
    },
  ),
  __getitem__: fn("at:int, /", held, (c) => call(c.runtime("python", "itemAt"), [c.receiverTs, c.ts("at")])),
  __setitem__: fn(
    "at:int, value, /",
    (c) => {
      if (c.receiver.k === "list") c.store(c.receiver.elem, c.type("value"));
      return none;
    },
    (c) => call(c.runtime("python", "storeAt"), [c.receiverTs, c.ts("at"), c.ts("value")]),
  ),
  __delitem__: fn("at:int, /", none, (c) => call(c.runtime("python", "listPop"), [c.receiverTs, c.ts("at")])),
  __contains__: fn("item, /", bool, (c) => call(c.runtime("python", "includesItem"), [c.receiverTs, c.ts("item")])),
  __len__: fn("", int, (c) => member(c.receiverTs, "length")),
  __iter__: fn(
    "",
    (c) => iterOf(c.clock, held(c)),
    (c) => method(c.receiverTs, "values"),
  ),
};
