import type { Type } from "../analysis/types.ts";
import { as, call, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { isSink } from "../library/sinks.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/** `sys.stdout`, where the program gives it another stream somewhere: the one that it is now. Null where nothing does, or for another name. */
export function standardStream(context: Context, node: py.Attribute): ts.Expression | null {
  if (!context.facts.replaced.has(node.attr)) return null;
  const read = call(context.runtime("python", "standardStream"), [string(node.attr)]);
  return as(read, tsType(context, context.typeOf(node)));
}

/** `sys.stdout = stream`; null for another attribute of the module. */
export function replaceStream(
  context: Context,
  target: py.Attribute,
  value: ts.Expression,
  type: Type,
): ts.Expression | null {
  if (!["stdout", "stderr"].includes(target.attr)) return null;
  const reason = !isSink(type) ? `assigning sys.${target.attr}` : refused(context, target.attr);
  return reason === null
    ? call(context.runtime("python", "replaceStream"), [string(target.attr), value])
    : context.untranslated("U0103", reason, target);
}

/** Why the stream is not replaced: something may have kept the one that it was, which here means the one that it is. */
function refused(context: Context, name: string): string | null {
  const keeps = (pattern: RegExp): boolean => context.program.modules.some(({ source }) => pattern.test(source.text));
  if (keeps(/^\s*from\s+sys\s+import\b[^\n]*(?:\bstd|\*)/m)) return `assigning sys.${name}, which is imported by name`;
  if (name === "stdout" && keeps(/\bPrettyPrinter\b/)) return "assigning sys.stdout, which a PrettyPrinter keeps";
  if (keeps(/\bimport\s+logging\b|\bfrom\s+logging\b/))
    return `assigning sys.${name}, which a handler of logging keeps`;
  return null;
}
