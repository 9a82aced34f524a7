import { asTuples } from "../analysis/built-in-part.ts";
import { never, type Type } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { members, union } from "../analysis/join.ts";

/**
 * Reports where a list may be a key, alone or in a tuple: Python raises TypeError, as it cannot be hashed. Here lists and tuples are
 * arrays, so that it is taken for a tuple.
 */
export function reportUnhashable(context: Context): void {
  const report = (e: py.Expression): void => context.report("A0130", "a list as a key", e);
  const key = (e: py.Expression): void => {
    if (holdsList(context.typeOf(e))) report(e);
  };
  const keys = (e: py.Expression): void => {
    if (members(context.typeOf(e)).some((m) => holdsList(sequenceElement(m, context.facts.clock)))) report(e);
  };
  /** What a dict is made of, or is filled from: pairs whose first item is the key. */
  const pairs = (e: py.Expression): void => {
    const pair = union(members(context.typeOf(e)).map((m) => sequenceElement(m, context.facts.clock)));
    const firsts = members(pair).map((m) =>
      m.k === "tuple" ? (m.items[0] ?? never) : sequenceElement(m, context.facts.clock),
    );
    if (firsts.some((first) => holdsList(first))) report(e);
  };
  const isKeyed = (e: py.Expression): boolean =>
    members(context.typeOf(e)).some((m) => m.k === "dict" || m.k === "set");
  walk(context.module.tree, (node) => {
    switch (node.kind) {
      case "Dict":
        for (const item of node.items) if (item.key) key(item.key);
        break;
      case "DictComp":
        key(node.key);
        break;
      case "Set":
        node.elts.forEach(key);
        break;
      case "SetComp":
        key(node.elt);
        break;
      case "Subscript":
        if (node.slice.type === "index" && isKeyed(node.value)) key(node.slice.value);
        break;
      case "Compare":
        [node.left, ...node.comparators.slice(0, -1)].forEach((item, i) => {
          const isIn = node.ops[i] === "in" || node.ops[i] === "not in";
          if (isIn && isKeyed(node.comparators[i]!)) key(item);
        });
        break;
      case "Call": {
        const [first] = node.args;
        const builtin = builtinCalled(context.module.bindings, node);
        if (first && (builtin === "set" || builtin === "frozenset")) keys(first);
        if (first && builtin !== "set" && builtin !== "frozenset") node.args.forEach(pairs);
        if (!first || node.func.kind !== "Attribute" || !isKeyed(node.func.value)) break;
        if (ofKey.has(node.func.attr)) key(first);
        if (ofKeys.has(node.func.attr)) keys(first);
        break;
      }
      default:
    }
  });
}

/** Methods of dicts and sets whose first argument is a key, or goes over keys. */
const ofKey: ReadonlySet<string> = new Set("get has_key setdefault pop add remove discard".split(" "));
const ofKeys: ReadonlySet<string> = new Set(
  "union intersection difference symmetric_difference issubset issuperset fromkeys".split(" "),
);

/** How many tuples deep a key is looked into. */
const DEEPEST = 4;

function holdsList(type: Type, depth = DEEPEST): boolean {
  if (depth === 0) return false;
  return members(asTuples(type)).some((m) => {
    if (m.k === "list") return true;
    if (m.k === "tuple") return m.items.some((item) => holdsList(item, depth - 1));
    return m.k === "sequence" && holdsList(m.elem.type, depth - 1);
  });
}
