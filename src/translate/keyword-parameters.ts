import type { FunctionInfo } from "../analysis/entities.ts";
import { annotation, anyType, call, construct, declare, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/** `**kwargs`: an object where it is only handed on, else the dict that Python makes. It comes before `*args`, which takes the rest. */
export function keywordParameter(
  context: Context,
  fn: FunctionInfo,
  node: py.FunctionDef,
  symbol: PySymbol,
): ts.Pattern {
  if (onlyForwarded(context, fn, symbol)) return keywordObject(context, fn, symbol.name);
  const type = isPlacedOtherwise(context, fn) ? anyType() : tsType(context, fn.keywordDict);
  const left = id(context.names.variable(symbol.name), type);
  return { type: "AssignmentPattern", left, right: construct(context.runtime("python", "Dict")) };
}

/** A method that it overrides, or that overrides it, has the dict in another place: TypeScript compares what stands in each. */
function isPlacedOtherwise(context: Context, fn: FunctionInfo): boolean {
  const place = ({ node: { params } }: FunctionInfo): number => (params.kwarg ? params.positional.length : -1);
  return alike(context, fn).some((other) => place(other) !== place(fn));
}

/** Where its `*args` stand, such a method has parameters that may be left out, which no item of `*args` is. */
export const standsForOptional = (context: Context, fn: FunctionInfo): boolean =>
  alike(context, fn).some(({ node: { params } }) =>
    params.positional.slice(fn.node.params.positional.length).some((p) => p.default !== null),
  );

/** The methods that it overrides, and that override it. */
function alike(context: Context, fn: FunctionInfo): readonly FunctionInfo[] {
  const { owner } = fn;
  if (!owner || fn.name === "__init__") return [];
  return [...context.facts.classes.values()].flatMap((cls) => {
    const other =
      cls !== owner && (cls.lineage.includes(owner) || owner.lineage.includes(cls)) && cls.methods.get(fn.name);
    return other ? [other.fn] : [];
  });
}

/** const kwargs = takeKeywords(args); */
export function takenKeywords(context: Context, fn: FunctionInfo, symbol: PySymbol): ts.Statement {
  const { vararg } = fn.node.params;
  const args = id(vararg?.target.kind === "Name" ? context.names.variable(vararg.target.id) : "args");
  const name = id(context.names.variable(symbol.name), tsType(context, fn.keywordDict));
  return declare("const", name, call(context.runtime("python", "takeKeywords"), [args]));
}

export const keywordDict = (context: Context, fn: FunctionInfo, symbol: PySymbol): ts.Statement =>
  declare(
    "const",
    id(context.names.variable(symbol.name), tsType(context, fn.keywordDict)),
    construct(context.runtime("python", "Dict")),
  );

/** `**kwargs` that is only passed on, as `**kwargs`: an object with the keywords that callers pass. */
function keywordObject(context: Context, fn: FunctionInfo, name: string): ts.Pattern {
  const left = id(context.names.variable(name), keywordsType(context, fn));
  return { type: "AssignmentPattern", left, right: { type: "ObjectExpression", properties: [] } };
}

/** `{ wrap?: number | undefined }`: the type of such an object. */
export function keywordsType(context: Context, fn: FunctionInfo): ts.TypeNode {
  const members_ = [...fn.keywords].map(([key, cell]): ts.PropertySignature => ({
    type: "TSPropertySignature",
    key: id(key),
    computed: false,
    optional: true,
    typeAnnotation: annotation({
      type: "TSUnionType",
      types: [tsType(context, cell.type), { type: "TSUndefinedKeyword" }],
    }),
  }));
  return { type: "TSTypeLiteral", members: members_ };
}

/** Every use of `**kwargs` hands it on as `**kwargs`. What the running program finds keywords for is given them in a dict: see `callNamed`. */
export function onlyForwarded(context: Context, fn: FunctionInfo, symbol: PySymbol): boolean {
  const { body } = fn.node;
  if (fn.node.kind !== "FunctionDef" || context.checked.named.has(fn)) return false;
  const { text } = fn.module.source;
  return symbol.occurrences.every(
    (o) =>
      o.node.start < body.start ||
      ("id" in o.node &&
        text.slice(o.node.start - 2, o.node.start) === "**" &&
        // There the running program finds where they go.
        ![...context.checked.namedCalls].some(({ kwargs }) => kwargs === o.node)),
  );
}
