import type { FunctionInfo } from "../analysis/entities.ts";
import { members, same } from "../analysis/join.ts";
import { kindOf } from "../analysis/keyed-results.ts";
import { filter } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import { annotation, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/**
 * The signatures of a special method that gives something else for an operand of a class that it asks for than for another one. TypeScript goes
 * by the last one where objects are gone through by `__getitem__`.
 *   __getitem__(key: Slice): Deck;
 *   __getitem__(key: number): string;
 */
export function keySignatures(context: Context, fn: FunctionInfo): ts.MethodDefinition[] {
  const { byKey, node } = fn;
  const [, key] = node.params.positional;
  const type = key && fn.passed(key)?.type;
  if (!byKey || !type || fn.returnsNothing || fn.async || same(byKey.asked.type, byKey.other.type)) return [];
  const kinds = members(type).map((m) => kindOf(m, byKey.wanted));
  if (kinds.includes("either") || !kinds.includes("asked") || !kinds.includes("other")) return [];
  const part = (kind: "asked" | "other"): Type => filter(type, (m) => kindOf(m, byKey.wanted) === kind);
  const signature = (of: Type, gives: Type): ts.MethodDefinition => ({
    type: "MethodDefinition",
    key: id(node.kind === "FunctionDef" ? node.name : ""),
    computed: false,
    kind: "method",
    static: false,
    override: false,
    value: {
      type: "TSEmptyBodyFunctionExpression",
      async: false,
      generator: false,
      params: [id(context.names.variable(key.target.kind === "Name" ? key.target.id : ""), tsType(context, of))],
      body: null,
      returnType: annotation(tsType(context, gives)),
    },
  });
  const [asked, other] = [signature(part("asked"), byKey.asked.type), signature(part("other"), byKey.other.type)];
  return byKey.isMixed ? [asked, other, signature(type, fn.returns.type), { ...other }] : [asked, other];
}
