import { statementsIn } from "../python/statement-parts.ts";
import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import type { Source } from "../python/source.ts";
import type { SourceInput } from "../translation.ts";
import { abstractClasses } from "./abstract-classes.ts";
import { type Bindings, bindModule } from "./bind.ts";
import { publicNames } from "./public-names.ts";
import { resolveModule } from "./resolve-module.ts";
import { writeOut } from "./write-out.ts";

/** One parsed file of the program. */
export interface ProgramModule {
  readonly input: SourceInput;
  readonly source: Source;
  readonly tree: py.Module;
  bindings: Bindings;
}

/** All files that are translated together, by dotted module name. */
export interface Program {
  readonly modules: readonly ProgramModule[];
  readonly byName: ReadonlyMap<string, ProgramModule>;
}

export interface ParsedFile {
  readonly input: SourceInput;
  readonly source: Source;
  readonly tree: py.Module;
}

export function buildProgram(files: readonly ParsedFile[]): Program {
  abstractClasses(files.map(({ tree }) => tree));
  for (const { tree } of files)
    writeOut(tree, (name) => files.some((other) => other.tree !== tree && mentions(other.tree, name)));
  const methods = methodNames(files);
  const modules = files.map((file): ProgramModule => ({
    ...file,
    bindings: bindModule(file.tree, undefined, methods),
  }));
  const program: Program = { modules, byName: new Map(modules.map((m) => [m.input.module, m])) };
  bindStars(program, methods);
  return program;
}

/** A file has the name, of whatever it may be. */
function mentions(tree: py.Module, name: string): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.kind === "Name") found ||= node.id === name;
    if (node.kind === "Attribute") found ||= node.attr === name;
    if (node.kind === "ImportFrom") found ||= node.names.some((one) => one.name === name || one.name === "*");
    return !found;
  });
  return found;
}

/** `from m import *` of the program's own modules binds names: those files are bound again with them. */
function bindStars(program: Program, methods: ReadonlySet<string>): void {
  const starred = program.modules.filter(({ bindings }) =>
    [...bindings.scopes.values()].some(({ starImports }) => starImports.length > 0),
  );
  const names = publicNames(program);
  const bound = starred.map((module) =>
    bindModule(
      module.tree,
      (node) => {
        const target = resolveModule(program, module, node.module, node.level);
        return target && names(target);
      },
      methods,
    ),
  );
  starred.forEach((module, i) => (module.bindings = bound[i]!));
}

function methodNames(files: readonly ParsedFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { tree } of files)
    walk(tree, (node) => {
      if (node.kind !== "ClassDef") return;
      for (const statement of statementsIn(node.body)) if (statement.kind === "FunctionDef") names.add(statement.name);
    });
  return names;
}
