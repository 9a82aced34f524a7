import type * as py from "../python/ast.ts";
import type { Program, ProgramModule } from "./program.ts";
import { resolveModule } from "./resolve-module.ts";

/**
 * What `from m import *` takes from each module: the names that `__all__` lists, else all without a leading underscore, those that it has
 * by a star of its own among them. Null where the module makes its `__all__` while it runs, or has a star of which nothing is known.
 */
export function publicNames(program: Program): (module: ProgramModule) => readonly string[] | null {
  const known = new Map<ProgramModule, readonly string[] | null>();
  const namesOf = (module: ProgramModule): readonly string[] | null => {
    const found = known.get(module);
    if (found !== undefined) return found;
    // Modules that take everything from each other: what one of them has so far.
    known.set(module, []);
    const names = listed(module) ?? unlisted(module);
    known.set(module, names);
    return names;
  };

  function unlisted(module: ProgramModule): readonly string[] | null {
    const scope = module.bindings.module;
    if (scope.symbols.has("__all__")) return null;
    const names = new Set<string>();
    for (const symbol of scope.symbols.values()) if (symbol.writes.length > 0) names.add(symbol.name);
    for (const star of scope.starImports) {
      const target = resolveModule(program, module, star.module, star.level);
      const taken = target && namesOf(target);
      if (!taken) return null;
      for (const name of taken) names.add(name);
    }
    return [...names].filter((name) => !name.startsWith("_"));
  }

  return namesOf;
}

/** The strings of one plain `__all__ = […]`; null where there is none, or more is done to it. */
function listed({ tree, bindings }: ProgramModule): readonly string[] | null {
  const symbol = bindings.module.symbols.get("__all__");
  if (symbol?.occurrences.length !== 1) return null;
  for (const statement of tree.body) {
    if (statement.kind !== "Assign" || statement.targets.length !== 1) continue;
    const [target] = statement.targets;
    if (target?.kind === "Name" && target.id === "__all__") return texts(statement.value);
  }
  return null;
}

function texts(node: py.Expression): readonly string[] | null {
  if (node.kind !== "List" && node.kind !== "Tuple") return null;
  const found = node.elts.map((elt) => (elt.kind === "Str" ? elt.value : null));
  return found.every((text) => text !== null) ? found : null;
}
