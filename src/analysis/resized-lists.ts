import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { targetParts } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import { partly } from "./built-in-part.ts";
import type { Cell } from "./cells.ts";
import type { Facts } from "./facts.ts";
import { members } from "./join.ts";
import type { Type } from "./types.ts";

/** The lists that some place of the program makes longer or shorter. */
export interface ResizedLists {
  /** What they hold: lists of one cell may be one list under several names. */
  readonly cells: ReadonlySet<Cell>;
  /** Something of an unknown type is made longer or shorter: it may be any list. */
  readonly any: boolean;
  /** Of these two, what makes a list shorter. */
  readonly shrunk: Pick<ResizedLists, "cells" | "any">;
}

/** Methods that only make a list longer. */
export const GROWING: ReadonlySet<string> = new Set(["append", "extend", "insert", "__iadd__"]);
const SHRINKING: ReadonlySet<string> = new Set(["pop", "remove", "__delitem__"]);

/** Functions of the library that do it to a list that they are given. */
const RESIZERS = /^(heapq\.|bisect\.insort)/;

const found = new WeakMap<Program, ResizedLists>();

/** Goes over all files once. */
export function resizedLists(program: Program, facts: Facts): ResizedLists {
  let lists = found.get(program);
  if (!lists) found.set(program, (lists = search(program, facts)));
  return lists;
}

function search(program: Program, facts: Facts): ResizedLists {
  const all = { cells: new Set<Cell>(), any: false };
  const shrunk = { cells: new Set<Cell>(), any: false };
  const resize = (type: Type, grows = false): void => {
    for (const lists of grows ? [all] : [all, shrunk])
      for (const m of members(type)) {
        if (m.k === "list") lists.cells.add(m.elem.root);
        if (m.k === "unknown" || m.k === "poison") lists.any = true;
      }
  };
  const stores = (target: py.Expression): void => {
    for (const part of targetParts(target))
      if (part.kind === "Subscript" && part.slice.type !== "index") resize(partly(facts.typeOf(part.value)));
  };
  for (const module of program.modules)
    walk(module.tree, (node) => {
      switch (node.kind) {
        case "Attribute":
          if (GROWING.has(node.attr)) resize(partly(facts.typeOf(node.value), node.attr), true);
          if (SHRINKING.has(node.attr)) resize(partly(facts.typeOf(node.value), node.attr));
          break;
        case "Delete":
          for (const target of node.targets.flatMap(targetParts))
            if (target.kind === "Subscript") resize(partly(facts.typeOf(target.value)));
          break;
        case "Assign":
          node.targets.forEach(stores);
          break;
        case "For":
          stores(node.target);
          break;
        case "AugAssign":
          stores(node.target);
          if (node.op === "+" || node.op === "*") resize(facts.typeOf(node.target), node.op === "+");
          break;
        case "Call":
          if (members(facts.typeOf(node.func)).some((m) => m.k === "libfn" && RESIZERS.test(m.name)))
            for (const arg of node.args) resize(facts.typeOf(arg));
          break;
      }
    });
  return { ...all, shrunk };
}
