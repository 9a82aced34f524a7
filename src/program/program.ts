import type * as py from "../python/ast.ts";
import type { Source } from "../python/source.ts";
import type { SourceInput } from "../translation.ts";
import { type Bindings, bindModule } from "./bind.ts";

/** One parsed file of the program. */
export interface ProgramModule {
  readonly input: SourceInput;
  readonly source: Source;
  readonly tree: py.Module;
  readonly bindings: Bindings;
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
  const modules = files.map((file): ProgramModule => ({ ...file, bindings: bindModule(file.tree) }));
  return { modules, byName: new Map(modules.map((m) => [m.input.module, m])) };
}

/**
 * The module of the program that an import names, if there is one: relative to the importing package first, as Python 2 does without
 * `absolute_import`, then from the root.
 */
export function resolveModule(program: Program, from: ProgramModule, name: string, level = 0): ProgramModule | null {
  const isPackage = /(^|\/)__init__\.py$/.test(from.input.path);
  const parts = from.input.module.split(".");
  const home = isPackage ? parts : parts.slice(0, -1);
  const candidates =
    level > 0
      ? [[...home.slice(0, home.length - (level - 1)), name]]
      : [...(from.tree.futures.has("absolute_import") ? [] : [[...home, name]]), [name]];
  for (const candidate of candidates) {
    const found = program.byName.get(candidate.filter((part) => part !== "").join("."));
    if (found && found !== from) return found;
  }
  return null;
}
