import type { FunctionInfo } from "../analysis/entities.ts";
import { same, union } from "../analysis/join.ts";
import { keyName } from "../analysis/keyed-results.ts";
import { filter } from "../analysis/kinds.ts";
import { isOnlySlice, maySlice, slice } from "../analysis/slices.ts";
import type { Type } from "../analysis/types.ts";
import { annotation, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/**
 * The signatures of a `__getitem__` that gives something else for a slice than for another key. That for an item is the last one, which is the
 * one that TypeScript goes by where objects are gone through.
 *   __getitem__(key: Slice): Deck;
 *   __getitem__(key: number): string;
 */
export function keySignatures(context: Context, fn: FunctionInfo): ts.MethodDefinition[] {
  const { byKey, node } = fn;
  const [, key] = node.params.positional;
  const name = node.kind === "FunctionDef" ? keyName(node) : null;
  const type = key && fn.passed(key)?.type;
  if (!byKey || name === null || !type || !maySlice(type) || isOnlySlice(type) || fn.returnsNothing || fn.async)
    return [];
  if (same(byKey.slice.type, byKey.item.type)) return [];
  const others = filter(type, (m) => !isOnlySlice(m));
  const signature = (of: Type, gives: Type): ts.MethodDefinition => ({
    type: "MethodDefinition",
    key: id("__getitem__"),
    computed: false,
    kind: "method",
    static: false,
    override: false,
    value: {
      type: "TSEmptyBodyFunctionExpression",
      async: false,
      generator: false,
      params: [id(context.names.variable(name), tsType(context, of))],
      body: null,
      returnType: annotation(tsType(context, gives)),
    },
  });
  return [
    signature(slice, byKey.slice.type),
    signature(union([others, slice]), fn.returns.type),
    signature(others, byKey.item.type),
  ];
}
