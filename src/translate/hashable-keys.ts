import { asTuples, partly } from "../analysis/built-in-part.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { never, type Type } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import { has } from "../analysis/kinds.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { members, union } from "../analysis/join.ts";

/**
 * Reports where a list, or an object of an old-style class that compares itself and has no `__hash__`, may be a key, alone or in a tuple:
 * Python raises TypeError, as it cannot be hashed. Here lists and tuples are arrays, so that a list is taken for a tuple.
 */
export function reportUnhashable(context: Context): void {
  /** Of the types of keys. */
  const check = (e: py.Expression, types: readonly Type[]): void => {
    const kind = types.map((type) => unhashable(type)).find((found) => found !== null);
    if (kind) context.report("A0130", `${kind} as a key`, e);
  };
  const key = (e: py.Expression): void => check(e, [context.typeOf(e)]);
  const keys = (e: py.Expression): void =>
    check(
      e,
      members(context.typeOf(e)).map((m) => sequenceElement(m, context.facts.clock)),
    );
  /** What a dict is made of, or is filled from: pairs whose first item is the key. */
  const pairs = (e: py.Expression): void => {
    const pair = union(members(context.typeOf(e)).map((m) => sequenceElement(m, context.facts.clock)));
    check(
      e,
      members(pair).map((m) => (m.k === "tuple" ? (m.items[0] ?? never) : sequenceElement(m, context.facts.clock))),
    );
  };
  const isKeyed = (e: py.Expression): boolean =>
    members(partly(context.typeOf(e))).some((m) => m.k === "dict" || m.k === "set");
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
        if (!first) break;
        if (builtin === "set" || builtin === "frozenset" || takesKeys(context.typeOf(node.func))) keys(first);
        if (makesDict(context.typeOf(node.func)) || builtin === "dict") node.args.forEach(pairs);
        if (node.func.kind !== "Attribute" || !isKeyed(node.func.value)) break;
        const receiver = context.typeOf(node.func.value);
        if (ofKey.has(node.func.attr)) key(first);
        if (ofKeys.has(node.func.attr)) keys(first);
        if (node.func.attr === "update") (has(receiver, "set") || counts(receiver) ? keys : pairs)(first);
        break;
      }
      default:
    }
  });
}

/** A class of dicts: what it is called with is what it is filled with. */
const makesDict = (callee: Type): boolean =>
  members(callee).some((m) =>
    m.k === "libclass" || m.k === "libfn" ? DICTS.has(m.name) : m.k === "class" && m.cls.part?.k === "dict",
  );

const DICTS: ReadonlySet<string> = new Set(["collections.OrderedDict", "collections.defaultdict"]);

/** A class that counts, or keeps, each item of what it is called with. */
const takesKeys = (callee: Type): boolean =>
  members(callee).some((m) => (m.k === "libclass" || m.k === "libfn") && m.name === "collections.Counter");

/** Methods of dicts and sets whose first argument is a key, or goes over keys. */
const ofKey: ReadonlySet<string> = new Set("get has_key setdefault pop add remove discard".split(" "));
const ofKeys: ReadonlySet<string> = new Set(
  "union intersection difference symmetric_difference issubset issuperset fromkeys".split(" "),
);

/** `TypeError: unhashable instance`. */
const lacksHash = (cls: ClassInfo): boolean =>
  !isNewStyle(cls) &&
  cls.part === null &&
  cls.findMethod("__hash__") === null &&
  ["__eq__", "__cmp__"].some((name) => cls.findMethod(name) !== null);

const counts = (type: Type): boolean => members(type).some((m) => m.k === "dict" && m.counts);

/** How many tuples deep a key is looked into. */
const DEEPEST = 4;

function unhashable(
  type: Type,
  depth = DEEPEST,
): "a list" | "an object that compares itself and has no __hash__" | null {
  if (depth === 0) return null;
  for (const m of members(asTuples(type))) {
    if (m.k === "list") return "a list";
    if (m.k === "instance" && lacksHash(m.cls)) return "an object that compares itself and has no __hash__";
    const items = m.k === "tuple" ? m.items : m.k === "sequence" ? [m.elem.type] : [];
    const found = items.map((item) => unhashable(item, depth - 1)).find((kind) => kind !== null);
    if (found) return found;
  }
  return null;
}
