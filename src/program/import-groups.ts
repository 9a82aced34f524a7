import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Program, ProgramModule } from "./program.ts";
import { packagesAround, resolveModule } from "./resolve-module.ts";

/**
 * The modules of a program in groups: those of one may run in one process, since one imports the other or something imports both. Scripts
 * that have nothing to do with each other are apart. What an import's text may mean counts, whether or not it runs.
 */
export function importGroups(program: Program): readonly (readonly ProgramModule[])[] {
  const heads = new Map<ProgramModule, ProgramModule>();
  const headOf = (module: ProgramModule): ProgramModule => {
    let head = module;
    for (let next = heads.get(head); next; next = heads.get(head)) head = next;
    return head;
  };
  const join = (a: ProgramModule, b: ProgramModule): void => {
    const [head, other] = [headOf(a), headOf(b)];
    if (head !== other) heads.set(other, head);
  };
  for (const module of program.modules) {
    for (const around of packagesAround(program, module)) join(module, around);
    walk(module.tree, (node) => {
      for (const { name, level } of named(node)) {
        const found = resolveModule(program, module, name, level);
        if (found) join(module, found);
      }
    });
  }
  const groups = new Map<ProgramModule, ProgramModule[]>();
  for (const module of program.modules) {
    const head = headOf(module);
    groups.set(head, [...(groups.get(head) ?? []), module]);
  }
  return [...groups.values()];
}

/** The dotted names of modules that a statement may import: `import a.b` runs `a` and `a.b`, `from a import b` perhaps `a.b`. */
function named(node: py.Node): { readonly name: string; readonly level: number }[] {
  if (node.kind === "Import") return node.names.flatMap(({ name }) => beginnings(name, 0));
  if (node.kind !== "ImportFrom") return [];
  const from = node.module ?? "";
  const inside = node.names.map(({ name }) => ({ name: from === "" ? name : `${from}.${name}`, level: node.level }));
  return [...beginnings(from, node.level), ...inside];
}

const beginnings = (name: string, level: number): { name: string; level: number }[] =>
  name.split(".").map((_, i, parts) => ({ name: parts.slice(0, i + 1).join("."), level }));
