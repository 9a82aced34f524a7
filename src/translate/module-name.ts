import { call, conditional, id, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { runTimeName } from "../program/resolve-module.ts";
import { hasMainGuard } from "../program/main-guard.ts";
import type { Context } from "./context.ts";

/** Whether this file is the one that was started: `isMain(import.meta.url)`. */
export const isMain = (context: Context): ts.Expression =>
  call(context.runtime("python", "isMain"), [
    {
      type: "MemberExpression",
      object: { type: "MetaProperty", meta: id("import"), property: id("meta") },
      property: id("url"),
      computed: false,
      optional: false,
    },
  ]);

/** `__name__`: the module's own, or `__main__` in the file that was started, which one that only defines things for others is not. */
export function moduleName(context: Context): ts.Expression {
  const { module, program, facts, inert } = context;
  const name = string(runTimeName(program, module));
  const isImported = program.modules.some(
    (other) =>
      other !== module &&
      [...other.bindings.symbols.keys()].some((node) => "asname" in node && facts.imports.get(node) === module),
  );
  return isImported && !hasMainGuard(module) && inert.isInert(module)
    ? name
    : conditional(isMain(context), string("__main__"), name);
}
