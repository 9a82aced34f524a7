import type { Type } from "../analysis/types.ts";
import { id, nil, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type { ProgramModule } from "../program/program.ts";
import { runTimeName } from "../program/resolve-module.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { docstring } from "./function.ts";
import { emitValue } from "./library-value.ts";
import { standardStream } from "./standard-stream.ts";
import { libraryReference } from "./library-reference.ts";

/** `__name__` and `__doc__` of a module of the program. */
function moduleAttribute(context: Context, target: ProgramModule | null, name: string): ts.Expression | null {
  if (!target) return null;
  if (name === "__name__") return string(runTimeName(context.program, target));
  if (name !== "__doc__") return null;
  const doc = docstring(target.tree);
  return doc ? string(doc.value) : nil();
}

/** `module.member`: of the program, an import; of the library, its entry. */
export function moduleMember(context: Context, node: py.Attribute, receiver: Type): ts.Expression | null {
  if (receiver.k !== "module") return null;
  const type = context.typeOf(node);
  if (receiver.local) {
    const target = context.program.byName.get(receiver.name);
    const symbol = target?.bindings.module.symbols.get(node.attr);
    if (target && symbol) {
      const reference = libraryReference(context, type, node);
      if (reference) return reference;
      return context.memberOf({ module: target, symbol });
    }
    const own = moduleAttribute(context, target ?? null, node.attr);
    if (own) return own;
    return context.untranslated("U0102", `${receiver.name} has no ${node.attr}`, node);
  }
  if (!library.hasModule(receiver.name))
    return context.untranslated("U0101", `${receiver.name}.${node.attr}: no counterpart`, node);
  const replaced = receiver.name === "sys" ? standardStream(context, node) : null;
  if (replaced) return replaced;
  const entry = library.entry(receiver.name, node.attr);
  if (entry?.kind === "value" && type.k !== "module")
    return emitValue(context, entry, id("undefined"), { k: "never" }, node);
  if (entry?.kind === "refused")
    return context.untranslated("U0103", `${receiver.name}.${node.attr}: ${entry.reason}`, node);
  const reference = libraryReference(context, type, node);
  if (reference) return reference;
  return context.untranslated("U0102", `${receiver.name}.${node.attr}`, node);
}
