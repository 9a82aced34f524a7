import type { PySymbol } from "../program/scope.ts";
import type { Type } from "../analysis/types.ts";
import { as, call, id, member, neverType, nil, nonNull, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { isOrigin } from "./unknown-callee.ts";
import type { Context } from "./context.ts";
import { selfValue } from "./self-type.ts";
import { docstring } from "./function.ts";
import { moduleName } from "./module-name.ts";
import { standsIn } from "./stand-in.ts";
import { told } from "./told.ts";
import { tsType } from "./types.ts";
import { isCheckedWithin, mayBeBuiltin, ownOrAnother, unsetCheck } from "./unset-read.ts";
import { has } from "../analysis/kinds.ts";
import { valueEmit } from "./library-value.ts";
import { expression } from "./expression.ts";
import { lookedAt } from "./wrapper.ts";
import { libraryReference } from "./library-reference.ts";

/** What a name is written as, where it is read. */
export function nameExpression(context: Context, node: py.Name): ts.Expression {
  const given = context.given.get(node);
  if (given) return given;
  const symbol = context.module.bindings.symbols.get(node);
  const type = context.typeOf(node);
  const builtin = !symbol || (symbol.writes.length === 0 && !symbol.isParameter) || context.facts.isSkipped(symbol);
  if (builtin) return builtinName(context, node, type);
  if (symbol === context.frame.self) return selfValue(context, symbol);
  if (mayBeBuiltin(context, node)) return ownOrAnother(context, node) ?? builtinName(context, node, type);
  // A parameter holds what it was given, perhaps a derived class; only other names stand for what the library has.
  const isAlias = !symbol.isParameter && context.facts.isEntity(symbol);
  const reference = isAlias ? libraryReference(context, type, node) : null;
  if (reference) return reference;
  if (type.k === "poison" && isOrigin(context, node))
    return context.untranslated("U0101", `${node.id}: no counterpart`, node);
  if (standsIn(context, node)) return context.untranslated("U0101", `${node.id} as a value: no counterpart`, node);
  if (symbol.scope.node.kind === "ClassDef") return classBodyName(context, node, symbol.scope.node);
  if (type.k === "module") return moduleValue(context, type, node);
  const origin = context.importedName(symbol);
  if (origin) return context.memberOf(origin, symbol.name);
  if (cannotImport(context, symbol))
    return context.untranslated("U0111", `${node.id}: there is no such name in the module`, node);
  const local = told(context, symbol, node, id(context.symbolName(symbol)));
  if (!context.facts.unsetReads.has(node) && !isCheckedWithin(context, node, symbol)) {
    const isSure = context.facts.setByRounds.has(symbol) && context.facts.mayBeUnset(symbol);
    return lookedAt(context, node, isSure ? surely(context, local, type) : local);
  }
  const isGlobal = symbol.scope.parent === null;
  if (isGlobal && symbol.writes.some(({ node: by }) => "body" in by))
    return context.untranslated("U0104", `${node.id}, which may not be defined yet`, node);
  const checked = call(context.runtime("python", unsetCheck(context, node, symbol)), [local, string(node.id)]);
  // Where nothing can have been assigned the check always throws.
  if (type.k === "never") return as(checked, neverType());
  // A test of what the check gave tells TypeScript nothing of the variable.
  const isTold = has(context.facts.variable(symbol).type, "none") && !has(type, "none", "unknown", "poison");
  return isTold ? as(checked, tsType(context, type)) : checked;
}

/** TypeScript takes the variable for one that may not be set. */
const surely = (context: Context, local: ts.Expression, type: Type): ts.Expression =>
  has(type, "none", "unknown", "poison", "never") ? as(local, tsType(context, type)) : nonNull(local);

/** A module of the program as a value: a namespace import. */
function moduleValue(context: Context, type: Type & { k: "module" }, node: py.Expression): ts.Expression {
  const target = context.program.byName.get(type.name);
  return target ? context.imports.namespace(target) : context.untranslated("U0101", `module ${type.name}`, node);
}

/** `from m import name` of a module of the program that has no such name: Python raises ImportError. */
const cannotImport = (context: Context, symbol: PySymbol): boolean =>
  symbol.writes.length > 0 &&
  symbol.writes.every(
    ({ node }) => "asname" in node && context.facts.imports.has(node) && !context.facts.origins.has(node),
  );

/** A name that the class body has given a value above: what it holds is an attribute of the class. */
function classBodyName(context: Context, node: py.Name, owner: py.ClassDef): ts.Expression {
  const cls = context.facts.classes.get(owner);
  const type = context.typeOf(node);
  if (type.k === "class") return context.classId(type.cls);
  const method = cls?.methods.get(node.id);
  if (cls && method && method.wraps === null && method.fn.binding === "instance" && !/^__.*__$/.test(node.id))
    return call(context.runtime("python", "methodFunction"), [
      context.classId(cls),
      string(context.names.property(node.id)),
    ]);
  if (!cls || method) return context.untranslated("U0109", "a method as a value in the class body", node);
  if (!context.classes.isStatic(cls, node.id) && !context.classes.isShared(cls, node.id))
    return context.untranslated("U0109", `${node.id} in the class body, which instances have too`, node);
  return member(context.classId(cls), context.names.property(node.id));
}

/** A name that the program gives nothing to: one of Python's own, or of what `import *` brings. */
function builtinName(context: Context, node: py.Name, type: Type): ts.Expression {
  if (node.id === "__name__") return moduleName(context);
  if (node.id === "__doc__") {
    const doc = docstring(context.module.tree);
    return doc ? expression(context, doc) : nil();
  }
  const entry = library.entry("builtins", node.id) ?? starEntry(context, node);
  if (entry?.kind === "value") {
    const made = entry.emit(valueEmit(context, id("undefined"), { k: "never" }, node));
    return typeof made === "string" ? context.untranslated("U0103", made, node) : made;
  }
  if (entry?.kind === "refused")
    return context.untranslated(runsText.has(node.id) ? "U0107" : "U0103", `${node.id}: ${entry.reason}`, node);
  const reference = libraryReference(context, type, node);
  if (reference) return reference;
  return context.untranslated("U0111", `${node.id} is not defined`, node);
}

const runsText: ReadonlySet<string> = new Set(["eval", "execfile", "compile"]);

function starEntry(context: Context, node: py.Name) {
  for (const star of context.module.bindings.module.starImports) {
    const entry = library.entry(star.module, node.id);
    if (entry) return entry;
  }
  return null;
}
