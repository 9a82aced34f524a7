import type { Program, ProgramModule } from "./program.ts";

/**
 * The module of the program that an import names, if there is one: relative to the importing package first, as Python 2 does without
 * `absolute_import`, then from the root.
 */
export function resolveModule(program: Program, from: ProgramModule, name: string, level = 0): ProgramModule | null {
  const parts = from.input.module.split(".");
  const home = isPackage(from) ? parts : parts.slice(0, -1);
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

const isPackage = ({ input }: ProgramModule): boolean => /(^|\/)__init__\.py$/.test(input.path);

/** The packages around a module of the program, outermost first: Python runs their `__init__.py` before it. */
export function packagesAround(program: Program, { input }: ProgramModule): readonly ProgramModule[] {
  const parts = input.module.split(".");
  return parts
    .slice(0, -1)
    .map((_, i) => program.byName.get(parts.slice(0, i + 1).join(".")))
    .filter((module) => module !== undefined && isPackage(module)) as ProgramModule[];
}

/**
 * The name that Python gives a module of the program: its path from the outermost package around it, `pkg.jobs.pull`. The folders above
 * that are no packages are where Python looks for it.
 */
export function runTimeName(program: Program, module: ProgramModule): string {
  const parts = module.input.module.split(".");
  let from = parts.length - 1;
  while (from > 0) {
    const around = program.byName.get(parts.slice(0, from).join("."));
    if (!around || !isPackage(around)) break;
    from--;
  }
  return parts.slice(from).join(".");
}
