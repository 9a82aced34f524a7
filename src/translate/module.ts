import { members } from "../analysis/types.ts";
import { id, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { ProgramModule } from "../program/program.ts";
import { docComment } from "./comments.ts";
import type { Context } from "./context.ts";
import { docstring } from "./function.ts";
import { block, withDeclarations } from "./statement.ts";

/** A whole file: imports, then what Python's module does, in its order. */
export function translateModule(context: Context): ts.Statement[] {
  const { tree } = context.module;
  const doc = docstring(tree);
  const statements = block(context, tree, doc ? 1 : 0);
  // The imports are known when the body is written.
  const named = new Set([...context.nodeImports, ...context.runtimeImports].map(({ local }) => local.name));
  for (const { names: locals } of context.imports.all) for (const local of locals.values()) named.add(local);
  const body = exported(context, withDeclarations(context, context.module.bindings.module, statements, named));
  const imports = [...nodeImports(context), ...runtimeImports(context), ...localImports(context)];
  const [first] = [...imports, ...body];
  if (doc && first) context.comments.before(first, [docComment(doc.value)]);
  const [start] = body;
  if (start && imports.length > 0) context.comments.blankBefore(start);
  // A file without import or export is no module to TypeScript.
  if (imports.length === 0 && !body.some((s) => s.type === "ExportNamedDeclaration")) {
    body.push({ type: "ExportNamedDeclaration", declaration: null, specifiers: [], source: null });
  }
  return [...imports, ...body];
}

/** Functions and classes are exported; variables where another file of the program uses them. */
function exported(context: Context, body: readonly ts.Statement[]): ts.Statement[] {
  const wanted = variablesUsedElsewhere(context);
  return body.map((node) => {
    const isExported =
      node.type === "FunctionDeclaration" ||
      node.type === "ClassDeclaration" ||
      (node.type === "VariableDeclaration" && node.declarations.some((d) => names(d.id).some((n) => wanted.has(n))));
    if (!isExported) return node;
    const name = "id" in node ? node.id.name : "";
    if (name.startsWith("_") && !wanted.has(name)) return node;
    const made: ts.ExportNamedDeclaration = {
      type: "ExportNamedDeclaration",
      declaration: node,
      specifiers: [],
      source: null,
    };
    context.comments.move(node, made);
    if (node.loc) made.loc = node.loc;
    delete node.loc;
    return made;
  });
}

function names(pattern: ts.Pattern): readonly string[] {
  if (pattern.type === "Identifier") return [pattern.name];
  return pattern.type === "ArrayPattern" ? pattern.elements.flatMap(names) : [];
}

/** Module variables that other files of the program name. */
function variablesUsedElsewhere(context: Context): ReadonlySet<string> {
  const used = new Set<string>();
  for (const other of context.program.modules) {
    if (other === context.module) continue;
    for (const name of namesTakenFrom(context, other)) used.add(context.names.variable(name));
  }
  return used;
}

/** Python names that `other` takes from this module, through `from … import` or `module.name`. */
function namesTakenFrom(context: Context, other: ProgramModule): readonly string[] {
  const taken: string[] = [];
  for (const [node, symbol] of other.bindings.symbols) {
    if (!("asname" in node)) continue;
    if (context.facts.imports.get(node) !== context.module) continue;
    if (members(context.facts.variable(symbol).type).some((m) => m.k === "module")) {
      // `import lib`: any of its variables may be used.
      taken.push(...context.module.bindings.module.symbols.keys());
    } else taken.push(node.name);
  }
  return taken;
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

function importFrom(source: string, specifiers: readonly ts.ImportSpecifier[]): ts.ImportDeclaration {
  const sorted = specifiers.toSorted((a, b) =>
    a.imported.name.toLowerCase() < b.imported.name.toLowerCase() ? -1 : 1,
  );
  return { type: "ImportDeclaration", importKind: "value", specifiers: sorted, source: string(source), attributes: [] };
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
  const byBarrel = grouped(context.runtimeImports, (i) => i.barrel);
  return [...byBarrel]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([barrel, list]) => {
      const path = `${context.options.runtimeDir}/${barrel}${context.options.importExtension}`;
      return importFrom(
        relative(context.module.input.output, path),
        list.map((i) => specifier(i.name, i.local, i.type ? "type" : "value")),
      );
    });
}

function localImports(context: Context): ts.ImportDeclaration[] {
  return context.imports.all.map(({ target, names: imported }) => {
    const path = target.input.output.replace(/\.ts$/, context.options.importExtension);
    return importFrom(
      relative(context.module.input.output, path),
      [...imported].map(([name, local]) => specifier(name, id(local))),
    );
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
