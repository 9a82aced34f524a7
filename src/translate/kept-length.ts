import { resizedLists } from "../analysis/resized-lists.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Reading } from "./quiet.ts";
import { listUses } from "./list-uses.ts";

/** Nothing makes the list shorter: it is only looked into and added to, wherever it stands, under this name and under any other. */
export function keepsItsLength(context: Reading, list: py.Expression, symbol: PySymbol): boolean {
  if (list.kind === "Name") {
    if (symbol.captured || symbol.writtenElsewhere || symbol.deleted) return false;
    if (context.facts.setFromOutside.has(symbol)) return false;
    const type = context.typeOf(list);
    const { shrunk } = resizedLists(context.program, context.facts);
    if (type.k !== "list" || shrunk.any || shrunk.cells.has(type.elem.root)) return false;
    const { looked } = listUses(context.module);
    return symbol.occurrences.every(({ node, write }) => write || looked.has(node as py.Name));
  }
  const type = list.kind === "Attribute" ? context.typeOf(list.value) : null;
  if (list.kind !== "Attribute" || list.attr !== "argv" || type?.k !== "module" || type.name !== "sys") return false;
  return keepsArguments(context.program);
}

const arguments_ = new WeakMap<Program, boolean>();

/** No file of the program does anything to `sys.argv` but look into it. Asked once: it goes over all files. */
function keepsArguments(program: Program): boolean {
  let isKept = arguments_.get(program);
  if (isKept === undefined) arguments_.set(program, (isKept = program.modules.every(looksIntoArguments)));
  return isKept;
}

function looksIntoArguments(module: ProgramModule): boolean {
  const { looked } = listUses(module);
  let isKept = true;
  walk(module.tree, (node) => {
    if (node.kind === "Attribute" && node.attr === "argv" && !looked.has(node)) isKept = false;
    if (node.kind === "ImportFrom" && node.module === "sys") isKept = false;
  });
  return isKept;
}
