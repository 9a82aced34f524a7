import { call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/**
 * `httplib.HTTPResponse.read = patch(httplib.HTTPResponse.read)`, where `patch` gives a function that calls what it was given, and gives
 * what has come instead of an IncompleteRead. Null for any other patch.
 *
 *     def patch(func):
 *         def inner(*args):
 *             try:
 *                 return func(*args)
 *             except httplib.IncompleteRead, e:
 *                 return e.partial
 *         return inner
 */
export function partialReads(context: Context, { targets, value }: py.Assign): ts.Expression | null {
  const [target] = targets;
  if (targets.length !== 1 || !target || !isRead(context, target)) return null;
  if (value.kind !== "Call" || value.keywords.length > 0 || value.starargs || value.kwargs) return null;
  const [read] = value.args;
  if (value.args.length !== 1 || !read || !isRead(context, read)) return null;
  const type = context.typeOf(value.func);
  const isPatch = type.k === "func" && type.fn.node.kind === "FunctionDef" && givesWhatCame(context, type.fn.node);
  return isPatch ? call(context.runtime("http", "keepPartialReads")) : null;
}

/** `httplib.HTTPResponse.read`. */
function isRead(context: Context, node: py.Expression): boolean {
  if (node.kind !== "Attribute" || node.attr !== "read") return false;
  const { value } = node;
  if (value.kind !== "Attribute" || value.attr !== "HTTPResponse") return false;
  const module = context.typeOf(value.value);
  return module.k === "module" && module.name === "httplib";
}

function givesWhatCame(context: Context, patch: py.FunctionDef): boolean {
  const [inner, made] = patch.body.body;
  if (patch.decorators.length > 0 || patch.body.body.length !== 2) return false;
  if (inner?.kind !== "FunctionDef" || inner.decorators.length > 0) return false;
  if (made?.kind !== "Return" || !isName(made.value, inner.name)) return false;
  const { positional, vararg, kwonly, kwarg } = inner.params;
  const [tried] = inner.body.body;
  if (positional.length > 0 || kwonly.length > 0 || !vararg || inner.body.body.length !== 1) return false;
  if (tried?.kind !== "Try" || tried.orelse || tried.finalbody || tried.handlers.length !== 1) return false;
  const [func] = patch.params.positional;
  return (
    patch.params.positional.length === 1 &&
    func !== undefined &&
    handsOn(tried.body, func, vararg, kwarg) &&
    tried.handlers.every((handler) => givesPartial(context, handler))
  );
}

/** `return func(*args, **kwargs)`. */
function handsOn(body: py.Block, func: py.Parameter, args: py.Parameter, kwargs: py.Parameter | null): boolean {
  const [given] = body.body;
  const made = given?.kind === "Return" ? given.value : null;
  return (
    body.body.length === 1 &&
    made?.kind === "Call" &&
    made.args.length === 0 &&
    made.keywords.length === 0 &&
    isParameter(made.func, func) &&
    isParameter(made.starargs, args) &&
    (kwargs === null ? made.kwargs === null : isParameter(made.kwargs, kwargs))
  );
}

/** `except httplib.IncompleteRead, e: return e.partial`. */
function givesPartial(context: Context, { type, target, body }: py.ExceptHandler): boolean {
  const caught = type && context.typeOf(type);
  const [given] = body.body;
  const made = given?.kind === "Return" ? given.value : null;
  return (
    caught?.k === "libclass" &&
    caught.name === "httplib.IncompleteRead" &&
    target?.kind === "Name" &&
    body.body.length === 1 &&
    made?.kind === "Attribute" &&
    made.attr === "partial" &&
    isName(made.value, target.id)
  );
}

const isName = (node: py.Expression | null, name: string): boolean => node?.kind === "Name" && node.id === name;

const isParameter = (node: py.Expression | null, parameter: py.Parameter): boolean =>
  parameter.target.kind === "Name" && isName(node, parameter.target.id);
