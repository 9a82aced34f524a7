import type { Facts } from "../analysis/facts.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";

/**
 * The variables that some file compares with something, or asks for their truth, under whatever name: TypeScript, which knows a constant
 * by its value, would call the outcome a mistake.
 */
export function comparedVariables(program: Program, facts: Facts): ReadonlySet<PySymbol> {
  const found = new Set<PySymbol>();
  for (const module of program.modules)
    walk(module.tree, (node) => {
      for (const side of [...compared(node), ...tested(node), ...flags(node, facts)])
        follow(variableOf(program, facts, module, side), program, facts, found);
    });
  return found;
}

/** The variable that is read: by its name, or as another module's. */
function variableOf(
  program: Program,
  facts: Facts,
  { bindings }: ProgramModule,
  e: py.Expression,
): PySymbol | undefined {
  if (e.kind === "Name") return bindings.symbols.get(e);
  const owner = e.kind === "Attribute" ? facts.typeOf(e.value) : null;
  if (e.kind !== "Attribute" || owner?.k !== "module" || !owner.local) return undefined;
  return program.byName.get(owner.name)?.bindings.module.symbols.get(e.attr);
}

/** With what it was imported from, `from settings import DEBUG`, and what it was given: `current = VERSION`. */
function follow(symbol: PySymbol | undefined, program: Program, facts: Facts, found: Set<PySymbol>): void {
  if (!symbol || found.has(symbol)) return;
  found.add(symbol);
  for (const { node, place } of symbol.writes) {
    if ("asname" in node) follow(facts.origins.get(node)?.symbol, program, facts, found);
    const statement = place.block.body[place.index];
    const module =
      statement?.kind === "Assign" ? program.modules.find((m) => m.bindings.symbols.get(node) === symbol) : undefined;
    if (module && statement?.kind === "Assign" && statement.targets.some((to) => to === node))
      follow(variableOf(program, facts, module, statement.value), program, facts, found);
  }
}

/** The sides of a comparison. */
const compared = (node: py.Node): readonly py.Expression[] =>
  node.kind === "Compare" ? [node.left, ...node.comparators] : [];

/** Arguments of a function of the library, which may ask for their truth: `urlencode(query, doseq)`. */
const flags = (node: py.Node, facts: Facts): readonly py.Expression[] =>
  node.kind === "Call" && ["libfn", "libclass", "method"].includes(facts.typeOf(node.func).k)
    ? [...node.args, ...node.keywords.map(({ value }) => value)].filter((e) => facts.typeOf(e).k === "int")
    : [];

/** What a statement or expression asks for its truth. */
function tested(node: py.Node): readonly py.Expression[] {
  switch (node.kind) {
    case "If":
    case "While":
    case "IfExp":
    case "Assert":
      return [node.test];
    case "BoolOp":
      return node.values;
    case "UnaryOp":
      return node.op === "not" ? [node.operand] : [];
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return node.generators.flatMap(({ ifs }) => ifs);
    default:
      return [];
  }
}
