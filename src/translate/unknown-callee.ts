import { type Type } from "../analysis/types.ts";
import { call, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { isPythonName } from "../library/python-names.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { standsIn } from "./stand-in.ts";
import { missingAttribute } from "./missing-attribute.ts";
import { describeKinds, describe } from "../analysis/describe.ts";
import { isPoison, members } from "../analysis/join.ts";
import { only, without } from "../analysis/kinds.ts";

/** Whether it is here that something without counterpart comes in, rather than a value that an earlier mark would have made. */
export function isOrigin(context: Context, node: py.Expression): boolean {
  if (node.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(node);
    if (!symbol || symbol.writes.length === 0) return true;
    if (standsIn(context, node)) return false;
    return symbol.writes.some((w) => "asname" in w.node && !context.facts.imports.has(w.node));
  }
  if (node.kind !== "Attribute" || standsIn(context, node)) return false;
  const receiver = context.typeOf(node.value);
  if (isPoison(receiver)) return isOrigin(context, node.value);
  // What an object of the program holds was made where it was stored.
  return !members(receiver).every((m) => m.k === "none" || holdsOwn(m, node.attr));
}

/** The program itself has stored the attribute, or no object of the class is ever made. */
const holdsOwn = (type: Type, name: string): boolean =>
  (type.k === "instance" || type.k === "class") &&
  (type.cls.isOpaque || type.cls.findAttribute(name) !== null || type.cls.findMethod(name) !== null);

/** A callee that the table does not have or that is not known: one mark for the whole call. */
export function unknownCallee(context: Context, node: py.Call): ts.Expression {
  const { func } = node;
  if (func.kind === "Attribute") {
    const receiver = context.typeOf(func.value);
    if (receiver.k === "module" && !receiver.local) {
      const name = `${receiver.name}.${func.attr}`;
      if (!library.hasModule(receiver.name)) return context.untranslated("U0101", `${name}: no counterpart`, node);
      const entry = library.entry(receiver.name, func.attr);
      if (entry?.kind === "refused") return context.untranslated("U0103", `${name}: ${entry.reason}`, node);
      return context.untranslated("U0102", name, node);
    }
    if (isPoison(receiver)) return context.untranslated("U0101", `${context.source(func)}: no counterpart`, node);
    // Python looks for the method before it makes the arguments, and raises an AttributeError.
    if (only(receiver, "none"))
      return call(context.runtime("python", "notNone"), [expression(context, func.value), string(func.attr)]);
    const missing = missingAttribute(context, func);
    if (missing) return missing;
    const known = without(receiver, "none");
    if (
      known.k === "lib" ||
      known.k === "str" ||
      known.k === "unicode" ||
      known.k === "list" ||
      known.k === "dict" ||
      known.k === "set"
    ) {
      const entry = library.memberEntry(known, func.attr);
      if (entry?.kind === "refused")
        return context.untranslated("U0103", `${describe(known)}.${func.attr}: ${entry.reason}`, node);
      return context.untranslated("U0102", `.${func.attr}() of ${describe(known)}`, node);
    }
    return context.untranslated("U0104", `.${func.attr}() of ${describeKinds(receiver)}`, node);
  }
  if (func.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(func);
    const entry = library.entry("builtins", func.id);
    if (!symbol && entry?.kind === "refused") {
      return context.untranslated(
        func.id === "eval" || func.id === "execfile" ? "U0107" : "U0103",
        `${func.id}: ${entry.reason}`,
        node,
      );
    }
    if (!symbol && !entry && !library.hasBuiltin(func.id)) {
      if (isPythonName(func.id)) return context.untranslated("U0102", `built-in ${func.id}`, node);
      const star = context.module.bindings.module.starImports[0];
      if (star) return context.untranslated("U0101", `${func.id}, perhaps of ${star.module}`, node);
      return context.untranslated("U0111", `${func.id} is not defined`, node);
    }
    const imported = symbol?.occurrences.find((o) => o.write)?.node;
    if (!imported || !("asname" in imported)) {
      return context.untranslated("U0104", `${func.id} is not known to be a function`, node);
    }
    return context.untranslated("U0101", `${func.id}: no counterpart`, node);
  }
  return context.untranslated("U0104", "what is called is not known", node);
}
