import { importShim } from "../analysis/import-shim.ts";
import { assign, declare, id, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { type ProgramModule, resolveModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { valueEmit } from "./attribute.ts";
import type { Context } from "./context.ts";
import { block, isEntity } from "./statement.ts";

export function importStatement(context: Context, node: py.Import): ts.Statement[] {
  for (const alias of node.names) {
    const local = context.facts.imports.get(alias) ?? resolveModule(context.program, context.module, alias.name);
    if (local) touch(context, local, node);
    else assumed(context, alias.name, node);
  }
  return [];
}

export function importFrom(context: Context, node: py.ImportFrom): ts.Statement[] {
  const made: ts.Statement[] = [];
  if (node.level === 0 && !node.names.some((alias) => context.facts.imports.has(alias)))
    assumed(context, node.module, node);
  for (const alias of node.names) {
    const local = context.facts.imports.get(alias);
    if (!local) {
      made.push(...libraryValue(context, node, alias));
      continue;
    }
    touch(context, local, node);
    const symbol = context.module.bindings.symbols.get(alias);
    const inner = local.bindings.module.symbols.get(alias.name);
    if (!symbol || !inner) continue;
    const type = context.facts.variable(symbol).type;
    if (isEntity(type)) continue;
    if (alias.asname && alias.asname !== alias.name) {
      context.imports.alias(local, context.names.variable(alias.name), context.symbolName(symbol));
    } else context.imports.named(local, context.symbolName(symbol));
  }
  return made;
}

/** `from errno import ECONNRESET`: a value of the library under the name that it gets here. */
function libraryValue(context: Context, node: py.ImportFrom, alias: py.Alias): ts.Statement[] {
  const entry = node.level === 0 && node.module ? library.entry(node.module, alias.name) : null;
  const symbol = context.module.bindings.symbols.get(alias);
  if (entry?.kind !== "value" || !symbol || symbol.occurrences.every((o) => o.write)) return [];
  const type = typeof entry.type === "function" ? entry.type(context.facts.clock) : entry.type;
  if (isEntity(type)) return [];
  const emitted = entry.emit(valueEmit(context, id("undefined"), { k: "never" }, alias));
  const value = typeof emitted === "string" ? context.untranslated("U0103", emitted, alias) : emitted;
  const name = id(context.symbolName(symbol));
  const declaration = context.frame.declarations.of(symbol);
  if (symbol.scope !== context.frame.scope || !context.frame.declarations.declaredBy(symbol, alias))
    return [statement(assign(name, value))];
  return [declare(declaration?.how === "inline" && declaration.constant ? "const" : "let", name, value)];
}

/** Some modules stand for others. */
function assumed(context: Context, module: string, node: py.Statement): void {
  const assumption = library.assumption(module);
  if (assumption) context.report(assumption.code as "A0118", assumption.message, node);
}

function touch(context: Context, local: ProgramModule, node: py.Statement): void {
  context.imports.touch(local);
  const top = context.frame.scope.parent === null && context.module.tree.body.indexOf(node) >= 0;
  if (!top) context.report("A0108", "an import that is not at the head of the file", node);
}

/** `try: import json / except ImportError: import simplejson as json`: the suite that runs in CPython 2.7 is what is left. */
export function shim(context: Context, node: py.Try): ts.Statement[] | null {
  const found = importShim(context.program, context.module, node);
  if (!found) return null;
  if (found.standsFor !== null)
    context.report("A0117", `${found.standsFor} is taken not to be installed`, {
      start: node.start,
      end: node.body.end,
    });
  return block(context, found.taken);
}
