import type { Type } from "../analysis/types.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { adapter } from "./adapter.ts";
import type { Context } from "./context.ts";

/** A name that an import of the library gave: the import itself leaves nothing behind. */
export function libraryReference(context: Context, type: Type, node: py.Expression): ts.Expression | null {
  switch (type.k) {
    case "libclass": {
      const exception = exceptionClasses.get(type.name);
      if (exception) return context.runtime(exception.barrel, exception.ts);
      const own = library.classEntry(type.name)?.runtime;
      if (own) return context.runtime(own.barrel, own.name);
      return (
        adapter(context, type, node) ??
        context.untranslated("U0103", `${type.name.replace(/^builtins\./, "")} used as a value`, node)
      );
    }
    case "libfn":
      return functionValue(context, type, node);
    case "module":
      if (type.local) return null;
      if (!library.hasModule(type.name)) return context.untranslated("U0101", `module ${type.name}`, node);
      return context.untranslated("U0103", `module ${type.name} used as a value`, node);
    default:
      return null;
  }
}

/** A library function handed on: an arrow function around its translation is the caller's to write. */
function functionValue(context: Context, type: Type & { k: "libfn" }, node: py.Expression): ts.Expression {
  const short = type.name.replace(/^builtins\./, "");
  const reference = library.callable(type)?.reference;
  if (reference) return context.runtime(reference.barrel, reference.name);
  return adapter(context, type, node) ?? context.untranslated("U0103", `function ${short} used as a value`, node);
}
