import { assign, declare, id, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { standardModule } from "../library/standard-modules.ts";
import type { BindingNode, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { lineComment } from "./comments.ts";
import type { Context } from "./context.ts";

/**
 * What an import statement brings in from unknown modules: one mark for the statement, and each name that is used declared as something
 * that throws when it is. Where other statements bind a name as well, the import itself throws.
 *
 *     from mechanize import Browser, urlopen  →  const Browser = untranslatedLater(…); const urlopen = untranslatedLater(…);
 */
export function missingImports(
  context: Context,
  node: py.Import | py.ImportFrom,
  aliases: readonly py.Alias[],
): ts.Statement[] {
  const wanted = aliases.flatMap((alias): Missing[] => {
    const symbol = context.module.bindings.symbols.get(alias);
    if (symbol && !symbol.occurrences.every((o) => o.write))
      return isImportedAbove(context, { alias, symbol }) ? [] : [{ alias, symbol }];
    reportUnused(context, node, alias);
    return [];
  });
  if (wanted.length === 0) return [];
  const names = wanted.map(({ alias }) => alias.name);
  const message = `${namesOf(node, names)}: no counterpart`;
  const throwing = wanted.every(({ symbol }) => context.facts.isMissing(symbol))
    ? []
    : [statement(context.untranslated("U0101", message, node))];
  const declared = wanted
    .filter(({ symbol }) => context.facts.isMissing(symbol))
    .map((one, index) => {
      const what = namesOf(node, [one.alias.name]);
      const isMarked = index > 0 || throwing.length > 0;
      const later = isMarked
        ? context.standInFor("U0101", what)
        : context.untranslatedLater("U0101", message, node, what);
      return declaration(context, one, later);
    });
  const made = [...throwing, ...declared];
  const [top] = made;
  if (top) context.comments.before(top, context.takeMarks().flat().map(lineComment));
  return made;
}

interface Missing {
  readonly alias: py.Alias;
  readonly symbol: PySymbol;
}

const isSame = (other: BindingNode, alias: py.Alias): boolean => "asname" in other && other.name === alias.name;

/** The same import stands above already. */
function isImportedAbove(context: Context, { alias, symbol }: Missing): boolean {
  const [first] = symbol.writes;
  return (
    first !== undefined &&
    first.node !== alias &&
    first.place.block === context.module.tree &&
    isSame(first.node, alias)
  );
}

function declaration(context: Context, { alias, symbol }: Missing, later: ts.Expression): ts.Statement {
  const name = id(context.symbolName(symbol));
  const declares = symbol.scope === context.frame.scope && context.frame.declarations.declaredBy(symbol, alias);
  return declares
    ? declare(symbol.writes.every((w) => isSame(w.node, alias)) ? "const" : "let", name, later)
    : statement(assign(name, later));
}

/** `module requests`, `modules lxml and requests`, `mechanize.Browser`, `Browser and urlopen of mechanize`. */
function namesOf(node: py.Import | py.ImportFrom, names: readonly string[]): string {
  const [name] = names;
  const listed = [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");
  if (node.kind === "Import") return `${names.length > 1 ? "modules" : "module"} ${listed}`;
  return names.length > 1 ? `${listed} of ${node.module}` : `${node.module}.${name ?? ""}`;
}

/** What is not used is left out, with what importing it would do. */
function reportUnused(context: Context, node: py.Import | py.ImportFrom, alias: py.Alias): void {
  const what = namesOf(node, [alias.name]);
  const isThere = standardModule(node.kind === "ImportFrom" ? node.module : alias.name) === "there";
  if (!isThere)
    context.report("A0131", `${what} is imported and not used: what its import does by itself is left out`, node);
  else if (node.kind === "ImportFrom" && !isLibraryName(context, node, alias))
    context.report("A0131", takenForGranted(what), node);
}

/** The assumption that Python's own module has a name. */
export const takenForGranted = (what: string): string =>
  `${what} is imported and not used: that Python has it is taken for granted`;

/** The name is in the table of Python's own modules, or brings in no name. */
export const isLibraryName = (context: Context, { module, level }: py.ImportFrom, { name }: py.Alias): boolean =>
  name === "*" ||
  level > 0 ||
  module === "__future__" ||
  library.knowsModule(`${module}.${name}`) ||
  library.member(module, name, context.facts.clock).k !== "poison";
