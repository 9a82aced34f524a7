import { listOf, type Type } from "../analysis/types.ts";
import { array, arrow, binary, call, id, method, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, fn } from "./entry.ts";
import { elementOf, isArray, iterable } from "./iterable.ts";
import { orderless } from "./iteration.ts";
import { holdsMixture } from "./mixed-text.ts";
import { isAscii, only } from "../analysis/kinds.ts";

/** `sorted(xs)`, `xs.sort()`: options object for the runtime. */
export function sortOptions(c: CallEmit, elem: Type): ts.Expression[] | string {
  const entries: [string, ts.Expression][] = [];
  for (const [name, types] of [
    ["cmp", [elem, elem]],
    ["key", [elem]],
  ] as const) {
    if (!c.has(name) || only(c.type(name), "none")) continue;
    const made = c.callback(name, types);
    if (typeof made === "string") return made;
    entries.push([name, made]);
  }
  const bad = entries.length === 0 ? orderless(elem) : null;
  if (bad) return bad;
  if (!c.has("cmp") && !c.has("key") && holdsMixture(elem)) c.assume("A0106", "str and unicode compared");
  if (c.has("reverse")) {
    const node = c.node("reverse");
    if (!(node?.kind === "Name" && node.id === "False"))
      entries.push(["reverse", node ? c.truth(node) : c.ts("reverse")]);
  }
  if (entries.length === 0) return [];
  return [
    {
      type: "ObjectExpression",
      properties: entries.map(([key, value]) => ({
        type: "Property",
        key: id(key),
        value,
        kind: "init",
        computed: false,
        method: false,
        shorthand: false,
      })),
    },
  ];
}

/**
 * How JavaScript's own `sort` is asked for Python's order, where it has it: of ints, and of text of ASCII alone, whose code units are its
 * bytes. Null for anything else, and where there are other options than which way round.
 */
export function nativeOrder(c: CallEmit, elem: Type): readonly ts.Expression[] | null {
  if ([c.has("cmp") && c.type("cmp"), c.has("key") && c.type("key")].some((given) => given && !only(given, "none")))
    return null;
  const node = c.has("reverse") ? c.node("reverse") : null;
  const isReverse = node?.kind === "Name" && node.id === "True";
  if (c.has("reverse") && !isReverse && !(node?.kind === "Name" && node.id === "False")) return null;
  const [a, b] = [id("a"), id("b")];
  if (only(elem, "int")) return [arrow([a, b], isReverse ? binary("-", b, a) : binary("-", a, b))];
  return isAscii(elem) && !isReverse ? [] : null;
}

/** Tells the callables of a sort what they are given. */
export function sortCallbacks(c: CallTypes, elem: Type): void {
  if (c.has("key")) c.callResult(c.type("key"), [elem]);
  if (c.has("cmp")) c.callResult(c.type("cmp"), [elem, elem]);
}

export const sorted = fn(
  "items, /, cmp?:callable|none, key?:callable|none, reverse?",
  (c) => {
    const elem = elementOf(c, c.type("items"));
    sortCallbacks(c, elem);
    return listOf(c.clock, elem);
  },
  (c): Emitted => {
    const items = iterable(c, "items");
    if (typeof items === "string") return items;
    const elem = elementOf(c, c.type("items"));
    const order = nativeOrder(c, elem);
    if (order) return method(isArray(items) ? items : array([spread(items)]), "sort", [...order]);
    const options = sortOptions(c, elem);
    return typeof options === "string" ? options : call(c.runtime("python", "sorted"), [items, ...options]);
  },
);
