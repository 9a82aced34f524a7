import type { FunctionInfo } from "../analysis/entities.ts";
import type { Occurrence } from "../program/scope.ts";
import { join, same, union } from "../analysis/join.ts";
import { unset } from "../analysis/types.ts";
import { as, assign, id, member, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/**
 * The attributes that the program stores in a function, for TypeScript, which learns of them from statements beside the function alone:
 *   def poll(): poll.count += 1  →  function poll() { … } poll.count = undefined as number | undefined;
 */
export function attributesDeclared(
  context: Context,
  fn: FunctionInfo,
  { place: { block } }: Occurrence,
  name: ts.Identifier,
): ts.Statement[] {
  return [...fn.attributes].flatMap(([attr, { type }]) => {
    const beside = block.body.flatMap((s) =>
      s.kind === "Assign" && s.targets.some((to) => isAttribute(to, fn.name, attr)) ? [context.typeOf(s.value)] : [],
    );
    if (same(union(beside), type)) return [];
    const declared = as(id("undefined"), tsType(context, join(type, unset)));
    return [statement(assign(member(name, context.names.property(attr)), declared))];
  });
}

const isAttribute = (target: py.Expression, name: string, attr: string): boolean =>
  target.kind === "Attribute" && target.attr === attr && target.value.kind === "Name" && target.value.id === name;
