import { hasName, importShim, isImport, triedModule } from "../analysis/import-shim.ts";
import type { Origin } from "../analysis/facts.ts";
import { assign, declare, id, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type { ProgramModule } from "../program/program.ts";
import { importedAliases } from "../program/bind.ts";
import { packagesAround, resolveModule } from "../program/resolve-module.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isLibraryName, missingImports, takenForGranted } from "./missing-import.ts";
import { isEntity } from "../analysis/held-calls.ts";
import { block } from "./statement.ts";
import { tsType } from "./types.ts";
import { members } from "../analysis/join.ts";
import { valueEmit } from "./library-value.ts";

export function importStatement(context: Context, node: py.Import): ts.Statement[] {
  const isMissing = (alias: py.Alias): boolean => context.facts.missing.has(alias);
  const made = node.names.flatMap((alias) => {
    if (isMissing(alias)) return [];
    const local = context.facts.imports.get(alias) ?? resolveModule(context.program, context.module, alias.name);
    if (local) importFile(context, local, node);
    else assumed(context, alias.name, node);
    return moduleVariable(context, alias, alias.asname === null ? firstModule(context, alias) : local, node);
  });
  return [...made, ...missingImports(context, node, node.names.filter(isMissing))];
}

/** `import a.b` binds `a`. */
const firstModule = (context: Context, alias: py.Alias): ProgramModule | null =>
  resolveModule(context.program, context.module, alias.name.split(".")[0] ?? alias.name);

/** A name that may be this module or something else is a variable: `if fast: import quick as impl`, `else: import slow as impl`. */
function moduleVariable(
  context: Context,
  alias: py.Alias,
  module: ProgramModule | null,
  node: py.Import | py.ImportFrom,
): ts.Statement[] {
  const symbol = context.module.bindings.symbols.get(alias);
  if (!symbol || context.facts.isEntity(symbol)) return [];
  if (symbol.occurrences.every((o) => o.write) && !context.facts.takenFrom(context.module).has(symbol.name)) return [];
  const value = module
    ? context.imports.namespace(module)
    : context.untranslated("U0103", `module ${alias.name} as the value of a variable`, node);
  return bindName(context, symbol, alias, value);
}

export function importFrom(context: Context, node: py.ImportFrom): ts.Statement[] {
  const aliases = importedAliases(context.module.bindings, node);
  const source = resolveModule(context.program, context.module, node.module, node.level);
  if (node.level === 0 && !aliases.some((alias) => context.facts.imports.has(alias)))
    assumed(context, node.module, node);
  const isMissing = (alias: py.Alias): boolean => context.facts.missing.has(alias);
  const made = missingImports(context, node, aliases.filter(isMissing));
  for (const alias of aliases) {
    if (isMissing(alias)) continue;
    const local = context.facts.imports.get(alias);
    if (!local) {
      made.push(...libraryValue(context, node, alias));
      continue;
    }
    importFile(context, local, node);
    if (source && !hasName(context.program, source, alias.name)) {
      made.push(statement(context.untranslated("U0111", `there is no ${alias.name} in ${source.input.module}`, node)));
      continue;
    }
    const symbol = context.module.bindings.symbols.get(alias);
    if (!symbol) continue;
    const origin = context.facts.origins.get(alias);
    if (origin) made.push(...copied(context, symbol, alias, origin));
    else if (members(context.facts.variable(symbol).type).some((m) => m.k === "module"))
      made.push(...moduleVariable(context, alias, local, node));
  }
  return made;
}

/** A variable of its own, with the value that the other module's has now. */
function copied(context: Context, symbol: PySymbol, alias: py.Alias, origin: Origin): ts.Statement[] {
  if (context.importedName(symbol) || context.facts.isEntity(symbol)) return [];
  if (symbol.occurrences.every((o) => o.write) && !context.facts.takenFrom(context.module).has(symbol.name)) return [];
  return bindName(context, symbol, alias, context.memberOf(origin));
}

function bindName(context: Context, symbol: PySymbol, alias: py.Alias, value: ts.Expression): ts.Statement[] {
  const name = id(context.symbolName(symbol));
  const declaration = context.frame.declarations.of(symbol);
  if (symbol.scope !== context.frame.scope || !context.frame.declarations.declaredBy(symbol, alias))
    return [statement(assign(name, value))];
  const constant = declaration?.how === "inline" && declaration.constant;
  return [
    declare(
      constant ? "const" : "let",
      constant ? name : id(name.name, tsType(context, context.declaredType(symbol))),
      value,
    ),
  ];
}

/** `from errno import ECONNRESET`: a value of the library under the name that it gets here. */
function libraryValue(context: Context, node: py.ImportFrom, alias: py.Alias): ts.Statement[] {
  const entry = node.level === 0 && node.module ? library.entry(node.module, alias.name) : null;
  const symbol = context.module.bindings.symbols.get(alias);
  const isUsed = symbol && !symbol.occurrences.every((o) => o.write);
  if (!entry && !isUsed && !isLibraryName(context, node, alias))
    context.report("A0131", takenForGranted(`${node.module}.${alias.name}`), node);
  if (entry?.kind !== "value" || !symbol || symbol.occurrences.every((o) => o.write)) return [];
  const type = typeof entry.type === "function" ? entry.type(context.facts.clock) : entry.type;
  if (isEntity(type)) return [];
  const emitted = entry.emit(valueEmit(context, id("undefined"), { k: "never" }, alias));
  const value = typeof emitted === "string" ? context.untranslated("U0103", emitted, alias) : emitted;
  return bindName(context, symbol, alias, value);
}

/** Some modules stand for others. */
function assumed(context: Context, module: string, node: py.Statement): void {
  const assumption = library.assumption(module);
  if (assumption) context.report(assumption.code as "A0118", assumption.message, node);
}

/** Runs another file of the program, after the packages around it, as importing it does. */
function importFile(context: Context, target: ProgramModule, node: py.Statement): void {
  const running = [context.module, ...packagesAround(context.program, context.module)];
  for (const around of packagesAround(context.program, target)) {
    if (!running.includes(around) && !context.inert.isInert(around)) run(context, around, node);
  }
  if (running.includes(target)) context.imports.touch(target);
  else run(context, target, node);
}

function run(context: Context, target: ProgramModule, node: py.Statement): void {
  const isFirst = context.imports.run(target);
  if (isFirst && !context.inert.isInert(target) && mayBeSeen(context, node))
    context.report("A0108", `${target.input.module} does something when it is imported`, node);
  else if (isFirst && context.module.tree.body.includes(node) && context.inert.leadsTo(target, context.module))
    context.report("A0108", `${target.input.module} and this file import each other`, node);
}

/** Whether the script does something, other than importing, before it comes to this import. */
function mayBeSeen(context: Context, node: py.Statement): boolean {
  const { body } = context.module.tree;
  const index = body.indexOf(node);
  return (
    index < 0 ||
    !body.slice(0, index).every((before) => isImport(before) || context.inert.isInertStatement(context.module, before))
  );
}

/** `try: import json / except ImportError: import simplejson as json`: the suite that runs in CPython 2.7 is what is left. */
export function shim(context: Context, node: py.Try): ts.Statement[] | null {
  const found = importShim(context.program, context.module, node);
  if (!found) {
    const tried = triedModule(context.program, context.module, node);
    if (tried !== null) context.report("A0117", `${tried} is taken to be installed`, node.body);
    return null;
  }
  if (found.standsFor !== null)
    context.report("A0117", `${found.standsFor} is taken not to be installed`, {
      start: node.start,
      end: node.body.end,
    });
  return found.taken.flatMap((taken) => block(context, taken));
}
