import { builtinCalled } from "../program/builtin-name.ts";
import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { targetParts } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import { partly } from "./built-in-part.ts";
import type { Facts } from "./facts.ts";
import { members } from "./join.ts";
import type { DictType } from "./record.ts";
import type { Type } from "./types.ts";

/** The dicts that some place of the program takes keys out of. */
interface ShrunkDicts {
  /** By what all dicts of one type share. */
  readonly identities: ReadonlySet<object>;
  /** A key is taken out of something of an unknown type: it may be any dict. */
  readonly any: boolean;
}

const SHRINKING: ReadonlySet<string> = new Set("pop popitem clear __delitem__".split(" "));

const found = new WeakMap<Program, ShrunkDicts>();

/** A key that a dict of the type has once it has for good: no place of the program takes one out of such a dict. */
export function keepsItsKeys(program: Program, facts: Facts, type: DictType): boolean {
  let dicts = found.get(program);
  if (!dicts) found.set(program, (dicts = search(program, facts)));
  return !dicts.any && !dicts.identities.has(type.identity);
}

/** Goes over all files once. */
function search(program: Program, facts: Facts): ShrunkDicts {
  const identities = new Set<object>();
  let any = false;
  const shrink = (type: Type): void => {
    for (const m of members(type)) {
      if (m.k === "dict") identities.add(m.identity);
      if (UNKNOWN.has(m.k)) any = true;
    }
  };
  for (const module of program.modules)
    walk(module.tree, (node) => {
      if (node.kind === "Attribute" && SHRINKING.has(node.attr)) shrink(partly(facts.typeOf(node.value), node.attr));
      if (node.kind === "Delete")
        for (const target of node.targets.flatMap(targetParts))
          if (target.kind === "Subscript") shrink(partly(facts.typeOf(target.value)));
      if (node.kind === "Exec") any = true;
      if (node.kind === "Call" && FINDERS.has(builtinCalled(module.bindings, node) ?? "")) any ||= mayFind(node);
    });
  return { identities, any };
}

/** A method called on the class: `dict.pop(d, key)`. JSON may hold what the program has put there. */
const UNKNOWN: ReadonlySet<string> = new Set("unknown poison json libclass class".split(" "));

const FINDERS: ReadonlySet<string> = new Set(["getattr", "eval"]);

const mayFind = ({ args: [, name] }: py.Call): boolean => name?.kind !== "Str" || SHRINKING.has(name.value);
