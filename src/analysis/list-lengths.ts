import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Cell } from "./cells.ts";
import type { Facts } from "./facts.ts";
import { members } from "./join.ts";
import { resizedLists } from "./resized-lists.ts";
import type { Type } from "./types.ts";

const found = new WeakMap<Program, ReadonlyMap<Cell, readonly number[]>>();

/**
 * The lengths that a list has, whichever of the program's displays made it, `[0, 0.0]`; null where they are not known: some list of the same
 * cell is made otherwise, or is made longer or shorter.
 */
export function lengthsOf(program: Program, facts: Facts, type: Type): readonly number[] | null {
  if (type.k !== "list") return null;
  let lengths = found.get(program);
  if (!lengths) found.set(program, (lengths = search(program, facts)));
  return lengths.get(type.elem.root) ?? null;
}

function search(program: Program, facts: Facts): ReadonlyMap<Cell, readonly number[]> {
  const resized = resizedLists(program, facts);
  if (resized.any) return new Map();
  const sites = facts.clock.sites();
  const lengths = new Map<Cell, number[]>();
  // What is stored in JSON may be changed under names whose type says nothing of it.
  const stored = members(facts.storedInJson.type).flatMap((m) => (m.k === "list" ? [m.elem.root] : []));
  const others = new Set<Cell>([...resized.cells, ...stored]);
  for (const module of program.modules)
    walk(module.tree, (node) => {
      if (!isExpression(node)) return;
      for (const m of members(facts.typeOf(node))) {
        if (m.k !== "list" || isReference(facts, node)) continue;
        const cell = m.elem.root;
        const isDisplay = node.kind === "List" && [...(sites.get(cell) ?? [null])].every(isDisplayed);
        if (isDisplay) lengths.set(cell, [...(lengths.get(cell) ?? []), node.elts.length]);
        else others.add(cell);
      }
    });
  return new Map([...lengths].filter(([cell]) => !others.has(cell)));
}

const isDisplayed = (site: object | null): boolean => site !== null && "kind" in site && site.kind === "List";

/** It gives a list that is there already. */
function isReference(facts: Facts, e: py.Expression): boolean {
  switch (e.kind) {
    case "Name":
    case "IfExp":
    case "BoolOp":
      return true;
    case "Attribute":
      return members(facts.typeOf(e.value)).every((m) => m.k === "instance" || m.k === "class");
    case "Subscript":
      return e.slice.type === "index" && members(facts.typeOf(e.value)).every((m) => CONTAINERS.has(m.k));
    case "Call":
      return (facts.callees.get(e)?.size ?? 0) > 0;
    default:
      return false;
  }
}

const CONTAINERS: ReadonlySet<string> = new Set(["dict", "list", "tuple", "sequence"]);

const isExpression = (node: py.Node): node is py.Expression => !NO_VALUES.has(node.kind);

const NO_VALUES: ReadonlySet<string> = new Set(["Module", "FunctionDef", "ClassDef"]);
