import { standardModule } from "../library/standard-modules.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import { resolveModule } from "../program/resolve-module.ts";
import type * as py from "../python/ast.ts";

type Fate = "there" | "missing" | "optional";

/** What of a `try` over imports is left in CPython 2.7. */
export interface Shim {
  /** The suite that runs; null where none is left. */
  readonly taken: py.Block;
  /** The module that it stands in for: not of the library, so that it may be installed where the script runs. */
  readonly standsFor: string | null;
}

/**
 * `try: import json / except ImportError: import simplejson as json`: which suite CPython 2.7 runs. Null for a `try` that is no such
 * shim, or where that cannot be told.
 */
export function importShim(program: Program, module: ProgramModule, node: py.Try): Shim | null {
  const [first] = node.body.body;
  if (!first || !isImport(first) || node.orelse || node.finalbody) return null;
  if (node.handlers.length === 0 || !node.handlers.every((h) => catchesImportError(h))) return null;
  const fate = suiteFate(program, module, node.body);
  if (fate === "there") return { taken: node.body, standsFor: null };
  const [handler, ...others] = node.handlers;
  if (!handler || others.length > 0 || fate === null) return null;
  if (fate === "missing") {
    const whole = failsFirst(program, module, node.body);
    return whole && handler.target === null ? { taken: handler.body, standsFor: null } : null;
  }
  // An optional module: what replaces it, if that is an import too that works, or a value: `lxml = None`.
  const replaces = handler.body.body.every((s) => isImport(s) || s.kind === "Try" || s.kind === "Assign");
  if (!replaces || suiteFate(program, module, handler.body) !== "there") return null;
  return { taken: handler.body, standsFor: optionalName(program, module, node.body) };
}

/** `try: import lxml / except ImportError: …` that is no shim: the module that Python may find or not. */
export function triedModule(program: Program, module: ProgramModule, node: py.Try): string | null {
  const tries = node.body.body.some(isImport) && node.handlers.some((h) => catchesImportError(h));
  return tries ? optionalName(program, module, node.body) : null;
}

export const isImport = (s: py.Statement): s is py.Import | py.ImportFrom =>
  s.kind === "Import" || s.kind === "ImportFrom";

const catchesImportError = ({ type }: py.ExceptHandler): boolean => {
  const names = type?.kind === "Tuple" ? type.elts : [type];
  return names.some((e) => e === null || (e.kind === "Name" && /^(ImportError|StandardError|Exception)$/.test(e.id)));
};

/** The worst of its imports; null where it does something else that might fail. */
function suiteFate(program: Program, module: ProgramModule, suite: py.Block): Fate | null {
  const fates: Fate[] = [];
  for (const s of suite.body) {
    if (isImport(s)) fates.push(...importFates(program, module, s));
    else if (s.kind === "Try") {
      const inner = importShim(program, module, s);
      const fate = inner && suiteFate(program, module, inner.taken);
      if (fate === null) return null;
      fates.push(fate);
    } else if (!isHarmless(s)) return null;
  }
  return fates.includes("missing") ? "missing" : fates.includes("optional") ? "optional" : "there";
}

function importFates(program: Program, module: ProgramModule, node: py.Import | py.ImportFrom): Fate[] {
  if (node.kind === "Import")
    return node.names.map(({ name }) => (resolveModule(program, module, name) ? "there" : standardModule(name, null)));
  const local = resolveModule(program, module, node.module, node.level);
  if (local) return node.names.map(({ name }) => (hasName(program, local, name) ? "there" : "missing"));
  if (node.level > 0) return ["optional"];
  return node.names.map(({ name }) => standardModule(node.module, name));
}

/** Whether `from module import name` finds something; a star of a module that is not known may give any name. */
const hasName = (program: Program, { input, bindings }: ProgramModule, name: string): boolean =>
  name === "*" ||
  bindings.module.symbols.has(name) ||
  bindings.module.starImports.length > 0 ||
  program.byName.has(`${input.module}.${name}`);

/** Whether nothing of the suite runs before an import fails. */
function failsFirst(program: Program, module: ProgramModule, suite: py.Block): boolean {
  for (const s of suite.body) {
    if (!isImport(s)) return false;
    if (importFates(program, module, s).includes("missing")) return true;
  }
  return false;
}

function optionalName(program: Program, module: ProgramModule, suite: py.Block): string | null {
  for (const s of suite.body) {
    if (!isImport(s) || !importFates(program, module, s).includes("optional")) continue;
    return s.kind === "ImportFrom" ? s.module : (s.names[0]?.name ?? null);
  }
  return null;
}

/** `HAS_JSON = True`, `md5 = hashlib.md5`, `pass`: nothing that raises ImportError. */
const isHarmless = (s: py.Statement): boolean =>
  s.kind === "Pass" || (s.kind === "Assign" && s.targets.every((t) => t.kind === "Name") && isPlain(s.value));

const isPlain = (e: py.Expression): boolean =>
  e.kind === "Name" || e.kind === "Num" || e.kind === "Str" || (e.kind === "Attribute" && isPlain(e.value));
