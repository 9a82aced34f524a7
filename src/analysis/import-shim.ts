import { library } from "../library/index.ts";
import { standardModule } from "../library/standard-modules.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import { resolveModule } from "../program/resolve-module.ts";
import type * as py from "../python/ast.ts";

type Fate = "there" | "missing" | "optional";

/** What of a `try` over imports is left in CPython 2.7. */
export interface Shim {
  /** The suites that run, one after the other. */
  readonly taken: readonly py.Block[];
  /** The module that it stands in for: not of the library, so that it may be installed where the script runs. */
  readonly standsFor: string | null;
}

/**
 * `try: import json / except ImportError: import simplejson as json`: which suite CPython 2.7 runs. Null for a `try` that is no such
 * shim, or where that cannot be told.
 */
export function importShim(program: Program, module: ProgramModule, node: py.Try): Shim | null {
  const [first] = node.body.body;
  if (first && asksForBuiltin(node))
    return { taken: [node.body, ...(node.orelse ? [node.orelse] : [])], standsFor: null };
  if (!first || !isImport(first) || node.finalbody) return null;
  if (node.handlers.length === 0 || !node.handlers.every((h) => catchesImportError(h))) return null;
  const fate = suiteFate(program, module, node.body);
  const found: Shim = { taken: node.orelse ? [node.body, node.orelse] : [node.body], standsFor: null };
  if (fate === "there") return found;
  const [handler, ...others] = node.handlers;
  if (!handler || others.length > 0 || fate === null) return null;
  if (fate === "missing") {
    const whole = failsFirst(program, module, node.body);
    return whole && handler.target === null ? { taken: [handler.body], standsFor: null } : null;
  }
  // An optional module: the script needs it, or what replaces it is a module that works, or the script does without.
  if (needsModule(handler.body)) return found;
  const imports = handler.body.body.every((s) => isImport(s) || s.kind === "Try");
  if (imports && suiteFate(program, module, handler.body) !== "there") return null;
  if (!imports && (handler.target !== null || !handler.body.body.every(isPlainStep))) return null;
  return { taken: [handler.body], standsFor: optionalName(program, module, node.body) };
}

/** Without the module the script ends, or goes on with the name unbound. */
function needsModule(handler: py.Block): boolean {
  const last = handler.body.at(-1);
  const leaves = last?.kind === "Raise" || (last?.kind === "Expr" && last.value.kind === "Call" && isExit(last.value));
  return leaves || handler.body.every((s) => s.kind === "Pass" || s.kind === "Print");
}

const isExit = ({ func }: py.Call): boolean =>
  (func.kind === "Name" && (func.id === "exit" || func.id === "quit")) ||
  (func.kind === "Attribute" && /^_?exit$/.test(func.attr) && func.value.kind === "Name");

/** A definition, an import, a message: what a script does instead of importing an optional module. */
const isPlainStep = (s: py.Statement): boolean =>
  isImport(s) || ["Assign", "Pass", "Print", "FunctionDef", "ClassDef"].includes(s.kind);

/** `try: set / except NameError: from sets import Set as set`: 2.7 has the name. */
function asksForBuiltin({ body, handlers, finalbody }: py.Try): boolean {
  const asked = body.body.every(
    (s) =>
      (s.kind === "Expr" && s.value.kind === "Name" && library.hasBuiltin(s.value.id)) ||
      (s.kind === "Assign" &&
        s.value.kind === "Name" &&
        library.hasBuiltin(s.value.id) &&
        s.targets.every((t) => t.kind === "Name")),
  );
  return (
    asked &&
    !finalbody &&
    handlers.length > 0 &&
    handlers.every(({ type }) => type?.kind === "Name" && type.id === "NameError")
  );
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
      if (!inner) return null;
      for (const taken of inner.taken) {
        const fate = suiteFate(program, module, taken);
        if (fate === null) return null;
        fates.push(fate);
      }
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
export const hasName = (program: Program, { input, bindings }: ProgramModule, name: string): boolean =>
  name === "*" ||
  /^__\w+__$/.test(name) ||
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

/** `HAS_JSON = True`, `md5 = hashlib.md5`, `pass`, `assert json`: nothing that raises ImportError. */
const isHarmless = (s: py.Statement): boolean =>
  s.kind === "Pass" ||
  (s.kind === "Assign" && s.targets.every((t) => t.kind === "Name") && isPlain(s.value)) ||
  (s.kind === "Assert" && s.test.kind === "Name");

const isPlain = (e: py.Expression): boolean =>
  e.kind === "Name" || e.kind === "Num" || e.kind === "Str" || (e.kind === "Attribute" && isPlain(e.value));
