import { id, string } from "../emit/build.ts";
import { runtimeEntries } from "../runtime-manifest.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { reportAddressOrder } from "./address-order.ts";
import { reportUnhashable } from "./hashable-keys.ts";
import { blankLine, docComment, type EmittedComment, lineComments } from "./comments.ts";
import type { Context } from "./context.ts";
import { exported, exportedAgain, setters } from "./exports.ts";
import { docstring } from "./function.ts";
import { block, withDeclarations } from "./statement.ts";
import { identifierNames, valueNames } from "../emit/identifier-names.ts";
import { hideClasses } from "./hidden-classes.ts";
import { assertNarrowed } from "./lost-narrowing.ts";
import { assertSelves } from "./self-type.ts";
import { assertTuples } from "./tuple-literals.ts";

/** A whole file: imports, then what Python's module does, in its order. */
export function translateModule(context: Context): ts.Statement[] {
  const { tree } = context.module;
  const doc = docstring(tree);
  reportAddressOrder(context);
  reportUnhashable(context);
  const header = headerComments(context, tree);
  const statements = block(context, tree, doc ? 1 : 0, header.length > 0 ? (tree.body[0] ?? null) : null);
  const records = context.records.declarations;
  const body = [
    ...records,
    ...context.recursive.declarations,
    ...exported(context, withDeclarations(context, context.module.bindings.module, statements)),
    ...setters(context),
    ...exportedAgain(context),
  ];
  assertTuples(context, body);
  assertNarrowed(context, body);
  assertSelves(context, body);
  hideClasses(body);
  context.dropUnusedImports(identifierNames(body));
  const imports = [...nodeImports(context), ...runtimeImports(context), ...localImports(context, valueNames(body))];
  const [first] = [...imports, ...body];
  if (first) context.comments.before(first, [...header, ...(doc ? [docComment(doc.value)] : [])]);
  const [start] = body;
  if (start && imports.length > 0) context.comments.blankBefore(start);
  // A file without import or export is no module to TypeScript.
  if (imports.length === 0 && !body.some((s) => s.type === "ExportNamedDeclaration")) {
    body.push({ type: "ExportNamedDeclaration", declaration: null, specifiers: [], source: null });
  }
  return [...imports, ...body];
}

/** What stands at the head of a file, a licence say: the comments above its docstring or its imports, or apart from its first statement. */
function headerComments(context: Context, tree: py.Module): readonly EmittedComment[] {
  const [start] = tree.body;
  const last = start?.leading.at(-1);
  if (!start || !last) return [];
  const isApart = /\n[^\S\n]*\r?\n/.test(context.module.source.text.slice(last.span.end, start.start));
  const isHead = isApart || docstring(tree) !== null || start.kind === "Import" || start.kind === "ImportFrom";
  return isHead ? [...lineComments(start.leading), ...(isApart ? [blankLine] : [])] : [];
}

const specifier = (
  imported: string,
  local: ts.Identifier,
  importKind: "value" | "type" = "value",
): ts.ImportSpecifier => ({
  type: "ImportSpecifier",
  imported: id(imported),
  local,
  importKind,
});

function importFrom(
  source: string,
  specifiers: readonly ts.ImportSpecifier[],
  importKind: "value" | "type" = "value",
): ts.ImportDeclaration {
  const sorted = specifiers.toSorted((a, b) =>
    a.imported.name.toLowerCase() < b.imported.name.toLowerCase() ? -1 : 1,
  );
  return { type: "ImportDeclaration", importKind, specifiers: sorted, source: string(source), attributes: [] };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function nodeImports(context: Context): ts.ImportDeclaration[] {
  const byModule = grouped(context.nodeImports, (i) => i.module);
  return [...byModule]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, list]) =>
      importFrom(
        `node:${module}`,
        list.map((i) => specifier(i.name, i.local)),
      ),
    );
}

function runtimeImports(context: Context): ts.ImportDeclaration[] {
  const used = new Map(context.runtimeImports.map((i) => [i.name, i]));
  return [...runtimeSources(context)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, names]) =>
      importFrom(
        source,
        names.map((name) => {
          const { local, type } = used.get(name)!;
          return specifier(name, local, type ? "type" : "value");
        }),
      ),
    );
}

/** The modules that the runtime is imported from, with the names that come from each. */
function runtimeSources(context: Context): ReadonlyMap<string, readonly string[]> {
  const { runtime, runtimeDir, importExtension } = context.options;
  if (runtime === "package") return runtimeEntries(context.runtimeImports.map(({ name }) => name));
  const barrels = grouped(context.runtimeImports, ({ barrel }) => barrel);
  return new Map(
    Array.from(barrels, ([barrel, list]) => {
      const path = relative(context.module.input.output, `${runtimeDir}/${barrel}${importExtension}`);
      return [path, list.map(({ name }) => name)];
    }),
  );
}

/**
 * Imports from the program's other files. What stands for a type alone is imported as one: a file that Python does not import here is not
 * to be run for it, least of all before what it needs of this one.
 */
function localImports(context: Context, values: ReadonlySet<string>): ts.ImportDeclaration[] {
  return context.imports.all.flatMap(({ target, names: imported, namespace, runs }) => {
    const source = relative(
      context.module.input.output,
      target.input.output.replace(/\.ts$/, context.options.importExtension),
    );
    const isType = (local: string): boolean => !values.has(local);
    const locals = [...imported.values()];
    const onlyTypes = !runs && namespace === null && locals.every(isType);
    const specifiers = [...imported].map(([name, local]) =>
      specifier(name, id(local), !onlyTypes && isType(local) ? "type" : "value"),
    );
    const whole: ts.ImportDeclaration[] =
      namespace === null
        ? []
        : [
            {
              type: "ImportDeclaration",
              importKind: "value",
              specifiers: [{ type: "ImportNamespaceSpecifier", local: id(namespace) }],
              source: string(source),
              attributes: [],
            },
          ];
    return specifiers.length > 0 || !namespace
      ? [importFrom(source, specifiers, onlyTypes ? "type" : "value"), ...whole]
      : whole;
  });
}

/** The path of `to` as a file at `from` imports it. */
export function relative(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const parts = to.split("/");
  while (base.length > 0 && parts.length > 1 && base[0] === parts[0]) {
    base.shift();
    parts.shift();
  }
  return base.length === 0 ? `./${parts.join("/")}` : `${"../".repeat(base.length)}${parts.join("/")}`;
}
