import { annotation, arrayType, arrow, block, call, construct, id, nil, returns } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { taking } from "./checked-call.ts";
import type { Context, Frame } from "./context.ts";
import { Declarations } from "./declarations.ts";
import { expression } from "./expression.ts";
import { tupleParameter } from "./tuple-parameter.ts";
import { walk } from "../python/walk.ts";
import { members } from "../analysis/join.ts";
import { returnType, tsType } from "./types.ts";
import { parameter } from "./function.ts";
import { hoisted } from "./statement.ts";

/** `lambda`. */
export function lambda(context: Context, node: py.Lambda): ts.Expression {
  const fn = context.facts.functions.get(node);
  if (!fn) return context.untranslated("U0103", "a lambda that is never reached", node);
  if (node.partial && !isOf(context, node.partial))
    return context.untranslated("U0103", "partial() of what is not known to be one function", node);
  const { vararg, kwarg } = node.params;
  if (vararg && fn.forwards) return context.untranslated("U0103", "a lambda that wraps a function", node);
  // A default is made when the lambda is: one that is not the same each time is handed in.
  //   lambda q, i=i: q + i  →  ((i0) => (q, i = i0) => q + i)(i)
  const held: ts.Identifier[] = [];
  const values: ts.Expression[] = [];
  const params: ts.Pattern[] = [];
  for (const p of node.params.positional) {
    if (p.target.kind !== "Name") {
      const tuple = tupleParameter(context, fn, p);
      if (!tuple) return context.untranslated("U0103", "a lambda with a tuple as parameter", node);
      params.push(tuple);
      continue;
    }
    const made = parameter(context, fn, p, p.target, []);
    if (made.type !== "AssignmentPattern" || isFixed(made.right)) params.push(made);
    else {
      const name = id(
        context.temporary(`${made.left.name}0`),
        p.default ? tsType(context, context.typeOf(p.default)) : undefined,
      );
      held.push(name);
      values.push(p.default ? expression(context, p.default) : nil());
      params.push({ ...made, right: id(name.name) });
    }
  }
  if (kwarg?.target.kind === "Name") {
    const left = id(context.names.variable(kwarg.target.id), tsType(context, fn.keywordDict));
    params.push({ type: "AssignmentPattern", left, right: construct(context.runtime("python", "Dict")) });
  }
  if (vararg?.target.kind === "Name") {
    const argument = id(context.names.variable(vararg.target.id));
    const type = tsType(context, fn.passed(vararg)?.type ?? { k: "unknown" });
    params.push({
      type: "RestElement",
      argument,
      typeAnnotation: annotation(type.type === "TSUnknownKeyword" ? arrayType(type) : type),
    });
  }
  const frame: Frame = {
    ...context.frame,
    scope: fn.scope,
    fn,
    declarations: new Declarations(fn.scope, (s) => context.facts.mayBeUnset(s)),
    loops: [],
  };
  const [body, own] = context.inside(frame, () => [
    expression(context, node.body),
    // What a comprehension leaves, for a function that is made in it.
    frame.declarations.hoistedAt(node, 0).map((symbol) => hoisted(context, symbol)),
  ]);
  // What is made of a tuple's parts is often a tuple again, which TypeScript would take for an array.
  const tuples = node.body.kind === "Tuple" && params.some((p) => p.type === "ArrayPattern");
  const made = taking(
    context,
    fn,
    arrow(params, own.length > 0 ? block([...own, returns(body)]) : body, {
      async: fn.async,
      ...((tuples || namesItself(context, node)) && { returnType: returnType(context, fn) }),
    }),
  );
  return held.length === 0 ? made : call(arrow(held, made), values);
}

/** `fact = lambda n: n * fact(n - 1)`: TypeScript finds no type for what goes by its own name. */
function namesItself(context: Context, lambda_: py.Lambda): boolean {
  let found = false;
  walk(lambda_.body, (node) => {
    const symbol = node.kind === "Name" ? context.module.bindings.symbols.get(node) : undefined;
    // What the lambda's own variables are given, its parameters and those of comprehensions, is inside of it.
    const isAround = (at: { readonly start: number; readonly end: number }): boolean =>
      at.start <= lambda_.start && lambda_.end <= at.end;
    found ||=
      symbol?.writes.some(({ node: by, place }) => {
        const statement = place.block.body[place.index];
        const isInside = "start" in by && lambda_.start <= by.start && by.end <= lambda_.end;
        return statement?.kind === "Assign" && isAround(statement) && !isInside;
      }) ?? false;
  });
  return found;
}

/** What `partial` was given is the function that it was taken for. */
const isOf = (context: Context, { func, target }: py.Partial): boolean => {
  if (target === null) return true;
  const all = members(context.typeOf(func));
  return all.length > 0 && all.every((m) => m.k === "func" && !m.wraps && m.fn.node === target);
};

const isFixed = (value: ts.Expression): boolean =>
  value.type === "Literal" ||
  (value.type === "UnaryExpression" && value.argument.type === "Literal") ||
  (value.type === "Identifier" && (value.name === "true" || value.name === "false"));
