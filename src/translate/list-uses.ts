import { GROWING } from "../analysis/resized-lists.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { ProgramModule } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import { isComprehension } from "../python/comprehension.ts";
import type * as py from "../python/ast.ts";
import { targetParts } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type { Reading } from "./quiet.ts";

/** How the expressions of a module are used that may be lists. */
interface ListUses {
  /** They are only looked into, put in order or added to: `x[i]`, `len(x)`, `i in x`, `for i in x`, `if x`, `", ".join(x)`, `x.append(i)`. */
  readonly looked: ReadonlySet<py.Node>;
  /** Something is put into them. */
  readonly added: ReadonlySet<py.Node>;
}

const found = new WeakMap<ProgramModule, ListUses>();

export function listUses(module: ProgramModule): ListUses {
  let uses = found.get(module);
  if (!uses) found.set(module, (uses = search(module)));
  return uses;
}

/** All that a variable's list is used for is to be looked into and put in order: it holds what it did at first, and so does nothing else. */
export function isOnlyLookedInto(context: Reading, symbol: PySymbol): boolean {
  if (symbol.captured || symbol.writtenElsewhere || symbol.deleted || context.facts.setFromOutside.has(symbol))
    return false;
  const { looked, added } = listUses(context.module);
  return symbol.occurrences.every(
    ({ node, write }) => write || (looked.has(node as py.Name) && !added.has(node as py.Name)),
  );
}

function search({ tree, bindings }: ProgramModule): ListUses {
  const looked = new Set<py.Node>();
  const added = new Set<py.Node>();
  const taken = new Set<py.Node>();
  const look = (nodes: readonly py.Node[]): void => {
    for (const node of nodes) looked.add(node);
  };
  const stores = (targets: readonly py.Expression[]): void => {
    for (const target of targets.flatMap(targetParts)) {
      if (target.kind !== "Subscript") continue;
      added.add(target.value);
      if (target.slice.type !== "index") taken.add(target);
    }
  };
  walk(tree, (node) => {
    switch (node.kind) {
      case "Delete":
        for (const target of node.targets.flatMap(targetParts)) taken.add(target);
        break;
      case "Assign":
        stores(node.targets);
        break;
      case "AugAssign":
        stores([node.target]);
        added.add(node.target);
        taken.add(node.target);
        break;
      case "Subscript":
        if (!taken.has(node)) looked.add(node.value);
        break;
      case "For":
        stores([node.target]);
        looked.add(node.iter);
        break;
      case "If":
      case "While":
      case "IfExp":
        look(tested(node.test));
        break;
      case "UnaryOp":
        if (node.op === "not") looked.add(node.operand);
        break;
      case "Compare":
        if (node.ops.every((op) => op === "in" || op === "not in")) look(node.comparators);
        break;
      case "Call": {
        if (LOOKING.has(builtinCalled(bindings, node) ?? "")) look(node.args);
        if (node.func.kind !== "Attribute") break;
        const { attr, value } = node.func;
        if (attr === "join") look(node.args);
        if (KEEPING.has(attr)) looked.add(value);
        if (GROWING.has(attr)) added.add(value);
        break;
      }
      default:
        if (isComprehension(node)) look(node.generators.map(({ iter }) => iter));
    }
  });
  return { looked, added };
}

/** Built-in functions that go over what they are given, or count it. */
const LOOKING: ReadonlySet<string> = new Set("len enumerate list tuple set sorted max min sum zip any all".split(" "));

/** Methods of a list that leave all its places there. */
const KEEPING: ReadonlySet<string> = new Set([...GROWING, "sort", "reverse", "index", "count"]);

/** What a test asks for its truth. */
const tested = (test: py.Expression): readonly py.Expression[] =>
  test.kind === "BoolOp" ? test.values.flatMap(tested) : [test];
