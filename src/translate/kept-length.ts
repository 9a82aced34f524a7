import { resizedLists } from "../analysis/resized-lists.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { targetParts } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/** Nothing makes the list longer or shorter: it is only looked into, wherever it stands, under this name and under any other. */
export function keepsItsLength(context: Context, list: py.Expression, symbol: PySymbol): boolean {
  if (list.kind === "Name") {
    if (symbol.captured || symbol.writtenElsewhere || symbol.deleted) return false;
    if (context.facts.setFromOutside.has(symbol)) return false;
    const type = context.typeOf(list);
    const resized = resizedLists(context.program, context.facts);
    if (type.k !== "list" || resized.any || resized.cells.has(type.elem.root)) return false;
    const looked = lookedInto(context.module);
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
  const looked = lookedInto(module);
  let isKept = true;
  walk(module.tree, (node) => {
    if (node.kind === "Attribute" && node.attr === "argv" && !looked.has(node)) isKept = false;
    if (node.kind === "ImportFrom" && node.module === "sys") isKept = false;
  });
  return isKept;
}

const looks = new WeakMap<ProgramModule, ReadonlySet<py.Node>>();

/** The expressions of a module that are only looked into: `x[i]`, `len(x)`, `i in x`, `for i in x`, `if x`, `", ".join(x)`. */
function lookedInto(module: ProgramModule): ReadonlySet<py.Node> {
  let found = looks.get(module);
  if (!found) looks.set(module, (found = new Set(lookedIntoBelow(module))));
  return found;
}

function lookedIntoBelow({ tree, bindings }: ProgramModule): py.Node[] {
  const found: py.Node[] = [];
  const stored = new Set<py.Node>();
  walk(tree, (node) => {
    if (node.kind === "Delete") for (const target of node.targets.flatMap(targetParts)) stored.add(target);
    if (node.kind === "Assign")
      for (const target of node.targets)
        if (target.kind === "Subscript" && target.slice.type !== "index") stored.add(target);
    if (node.kind === "AugAssign") stored.add(node.target);
    if (node.kind === "Subscript" && !stored.has(node)) found.push(node.value);
    if (node.kind === "For") found.push(node.iter);
    if (node.kind === "If" || node.kind === "While" || node.kind === "IfExp") found.push(...tested(node.test));
    if (node.kind === "UnaryOp" && node.op === "not") found.push(node.operand);
    if (node.kind === "Compare" && node.ops.every((op) => op === "in" || op === "not in"))
      found.push(...node.comparators);
    if (node.kind !== "Call") return;
    if (LOOKING.has(builtinCalled(bindings, node) ?? "")) found.push(...node.args);
    if (node.func.kind === "Attribute" && node.func.attr === "join") found.push(...node.args);
  });
  return found;
}

/** Built-in functions that go over what they are given, or count it. */
const LOOKING: ReadonlySet<string> = new Set("len enumerate list tuple set sorted max min sum zip any all".split(" "));

/** What a test asks for its truth. */
const tested = (test: py.Expression): readonly py.Expression[] =>
  test.kind === "BoolOp" ? test.values.flatMap(tested) : [test];
