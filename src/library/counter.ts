import { counterOf, int, iterOf, listOf, none, type Type, tupleOf, never } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { call, construct, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, type Entry, fn, type FunctionEntry, refused } from "./entry.ts";
import { iterable, iterableTs } from "./iterable.ts";
import { has, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** What is counted: items, or what another dict has of each. */
function counted(c: CallTypes, name: string): { readonly key: Type; readonly value: Type } {
  const all = members(c.type(name));
  return {
    key: union(all.map((m) => (m.k === "dict" ? m.key.type : sequenceElement(m, c.clock)))),
    value: union(all.map((m) => (m.k === "dict" ? m.value.type : int))),
  };
}

const keyOf = (c: CallTypes): Type => (c.receiver.k === "dict" ? c.receiver.key.type : never);
const valueOf = (c: CallTypes): Type => (c.receiver.k === "dict" ? c.receiver.value.type : never);

function countedTs(c: CallEmit, name: string): Emitted {
  const type = c.type(name);
  if (only(type, "dict"))
    return only(counted(c, name).value, "int", "float", "bool") || counted(c, name).value.k === "never"
      ? c.ts(name)
      : "a Counter of what are no numbers";
  // Of None nothing is counted.
  if (has(type, "json", "unknown"))
    return iterableTs(c, call(c.runtime("python", "countedItems"), [c.ts(name)]), type, name);
  return only(type, "none") || !has(type, "none")
    ? iterable(c, name)
    : "a Counter of what may be None, of which nothing is counted";
}

/** `collections.Counter`. */
export const counter: FunctionEntry = fn(
  "$items?, **counts",
  (c) => {
    const given = c.has("$items") ? counted(c, "$items") : { key: never, value: never };
    const named = c.names().filter((name) => name !== "$items");
    return named.length > 0
      ? counterOf(c.clock, { k: "str", ascii: true, body: null }, union(named.map((name) => c.type(name))))
      : counterOf(c.clock, given.key, given.value);
  },
  (c): Emitted => {
    const cls = c.runtime("python", "Counter");
    const { resultType: type } = c;
    const key = type.k === "dict" ? type.key.type : never;
    const named = c.names().filter((name) => name !== "$items");
    if (named.length > 0) {
      if (c.has("$items")) return "a Counter of items and of keywords";
      if (!named.every((name) => only(c.type(name), "int", "float", "bool"))) return "a Counter of what are no numbers";
      const counts = object(named.map((name) => [name, c.ts(name)] as const));
      return construct(cls, [call(c.runtime("python", "dictFromKeywords"), [counts])], [c.tsType(key)]);
    }
    if (!c.has("$items")) return construct(cls, [], key.k === "never" ? undefined : [c.tsType(key)]);
    const items = countedTs(c, "$items");
    if (typeof items === "string") return items;
    // TypeScript does not see through a dict, nor what else is counted later.
    const isWider =
      has(c.type("$items"), "dict") ||
      JSON.stringify(c.tsType(key)) !== JSON.stringify(c.tsType(counted(c, "$items").key));
    return construct(cls, [items], isWider && key.k !== "never" ? [c.tsType(key)] : undefined);
  },
);

const counting = (name: "count" | "subtract"): FunctionEntry =>
  fn(
    "items",
    (c) => {
      if (c.receiver.k === "dict") {
        c.store(c.receiver.key, counted(c, "items").key);
        c.store(c.receiver.value, counted(c, "items").value);
      }
      return none;
    },
    (c): Emitted => {
      const items = countedTs(c, "items");
      return typeof items === "string" ? items : method(c.receiverTs, name, [items]);
    },
  );

/** What a Counter has beside what every dict has, or does in another way. */
export const counterMethods: Readonly<Record<string, Entry>> = {
  most_common: fn(
    "n?:int|none",
    (c) => listOf(c.clock, tupleOf([keyOf(c), valueOf(c)])),
    (c): ts.Expression => method(c.receiverTs, "mostCommon", c.has("n") ? [c.ts("n")] : []),
  ),
  elements: fn(
    "",
    (c) => iterOf(c.clock, keyOf(c)),
    (c) => method(c.receiverTs, "elements"),
  ),
  update: counting("count"),
  subtract: counting("subtract"),
  fromkeys: refused("Counter.fromkeys() is not there in Python either"),
};
