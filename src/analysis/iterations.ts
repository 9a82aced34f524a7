import type * as py from "../python/ast.ts";
import type { FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { boundSpecial } from "./special-methods.ts";
import { type Type } from "./types.ts";
import { type Cell } from "./cells.ts";
import { members } from "./join.ts";

/** The functions of the program that run when a value is gone through: generators, `__iter__` and `next` of objects. */
export function iterationFunctions(type: Type, facts: Facts): readonly FunctionInfo[] {
  return members(type).flatMap((m): readonly FunctionInfo[] => {
    if (m.k === "iter") return generatorsOf(m, facts);
    const iter = boundSpecial(m, "__iter__");
    if (!iter) {
      const item = boundSpecial(m, "__getitem__");
      return item ? [item.fn] : [];
    }
    if (iter.fn.isGenerator) return [iter.fn];
    const made = members(iter.fn.returns.type).flatMap((made_): readonly FunctionInfo[] => {
      if (made_.k === "iter") return generatorsOf(made_, facts);
      const next = boundSpecial(made_, "next");
      return next ? [next.fn] : [];
    });
    return [iter.fn, ...made];
  });
}

/** The generators that an iterator may be of: those whose items are its items. */
export const generatorsOf = (type: { readonly elem: Cell }, facts: Facts): readonly FunctionInfo[] =>
  [...facts.functions.values()].filter((fn) => fn.isGenerator && fn.yields.root === type.elem.root);

/** Going through a value must be awaited; known once effects are. */
export const waitsToIterate = (type: Type, facts: Facts): boolean =>
  iterationFunctions(type, facts).some((fn) => fn.async);

/** The items of `enumerate(items)`; null for anything else. */
export const enumerated = (node: py.Expression): py.Expression | null =>
  node.kind === "Call" && node.func.kind === "Name" && node.func.id === "enumerate" ? (node.args[0] ?? null) : null;

/** What `iter(f, sentinel)` calls until it gives the sentinel; null for anything else. */
export const calledUntil = (node: py.Expression): py.Expression | null =>
  node.kind === "Call" && node.func.kind === "Name" && node.func.id === "iter" && node.args.length === 2
    ? (node.args[0] ?? null)
    : null;

/** Built-in functions that go through all items before they give anything. */
const consumers: ReadonlySet<string> = new Set("list tuple set frozenset sorted sum min max dict".split(" "));

/** The argument that a call goes through at once: `list(items)`, `', '.join(items)`, `found.extend(items)`; null where there is none. */
export function consumed(node: py.Call): py.Expression | null {
  const [first] = node.args;
  if (!first) return null;
  if (node.func.kind === "Name") return consumers.has(node.func.id) && node.args.length === 1 ? first : null;
  return node.func.kind === "Attribute" && ["join", "extend", "update"].includes(node.func.attr) ? first : null;
}
