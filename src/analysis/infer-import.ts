import { library } from "../library/index.ts";
import type { ProgramModule } from "../program/program.ts";
import { resolveModule } from "../program/resolve-module.ts";
import type * as py from "../python/ast.ts";
import type { Inference } from "./infer.ts";
import { poison } from "./types.ts";

/** `import a.b as c`. */
export function importModule(inf: Inference, alias: py.Alias): void {
  const symbol = inf.module.bindings.symbols.get(alias);
  if (!symbol) return;
  inf.facts.readImports.add(alias);
  const full = resolveModule(inf.program, inf.module, alias.name);
  if (full) inf.facts.imports.set(alias, full);
  const name = alias.asname ? alias.name : (alias.name.split(".")[0] ?? alias.name);
  const local = resolveModule(inf.program, inf.module, name)?.input.module ?? packageOf(alias, full);
  if (local !== null) inf.setVariable(symbol, { k: "module", name: local, local: true });
  else if (library.knowsModule(name)) inf.setVariable(symbol, { k: "module", name, local: false });
  else {
    inf.facts.missing.add(alias);
    inf.setVariable(symbol, poison);
  }
}

/** One name of `from a import b as c`; `*` is what its names are. */
export function importMember(inf: Inference, node: py.ImportFrom, alias: py.Alias): void {
  if (node.module === "__future__") return;
  if (alias.name === "*") return;
  const symbol = inf.module.bindings.symbols.get(alias);
  // The cells of a list or dict of the library are the place's: each round has the same.
  const { type, local, origin } = inf.clock.at(alias, () => inf.memberOfModule(node.module, node.level, alias.name));
  inf.facts.readImports.add(alias);
  if (local) inf.facts.imports.set(alias, local);
  if (!local && !library.knowsModule(node.module)) inf.facts.missing.add(alias);
  if (origin) inf.facts.origins.set(alias, origin);
  if (symbol) inf.setVariable(symbol, type);
}

/** `import pkg.sub` where the package itself has no file among those that are translated. */
const packageOf = (alias: py.Alias, full: ProgramModule | null): string | null =>
  full && !alias.asname
    ? full.input.module.slice(0, full.input.module.length - alias.name.length) + alias.name.split(".")[0]
    : null;
