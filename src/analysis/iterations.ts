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

/** The name has the meaning that Python itself gives it. */
export const isBuiltinName = (facts: Facts, name: py.Name): boolean =>
  members(facts.typeOf(name)).some((m) => (m.k === "libfn" || m.k === "libclass") && m.name === `builtins.${name.id}`);

const isCallOf = (builtin: string, node: py.Expression, facts: Facts): node is py.Call =>
  node.kind === "Call" && node.func.kind === "Name" && node.func.id === builtin && isBuiltinName(facts, node.func);

/** The items of `enumerate(items)`; null for anything else. */
export const enumerated = (node: py.Expression, facts: Facts): py.Expression | null =>
  isCallOf("enumerate", node, facts) ? (node.args[0] ?? null) : null;

/** What `iter(f, sentinel)` calls until it gives the sentinel; null for anything else. */
export const calledUntil = (node: py.Expression, facts: Facts): py.Expression | null =>
  isCallOf("iter", node, facts) && node.args.length === 2 ? (node.args[0] ?? null) : null;
