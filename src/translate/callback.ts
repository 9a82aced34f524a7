import { mayTakeMore, misfit } from "../analysis/call-fit.ts";
import { innermost, type Type } from "../analysis/types.ts";
import { arrow, call, id, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { positionalCall } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { truth } from "./truth.ts";
import { members, union } from "../analysis/join.ts";

/**
 * A callable given to the library as a TypeScript function of as many values as there are types: a lambda as it is written, a name
 * with just these parameters by its name, anything else inside an arrow function. With `asTest` the function gives the truth of what
 * Python's gives. The last values go to it by the names of `keywords`. The reason where it cannot be written.
 */
export function callback(
  context: Context,
  callee: py.Expression,
  types: readonly Type[],
  node: py.Span,
  asTest: boolean,
  keywords: readonly string[] = [],
): ts.Expression | string {
  const result = resultOf(context, context.typeOf(callee), types);
  if (typeof result === "string") return result;
  const isTest = !asTest || result.k === "bool";
  if (keywords.length > 0) {
    // By name: only the call tells where they go.
  } else if (callee.kind === "Lambda" && callee.params.positional.length === types.length && !collects(callee.params)) {
    const made = expression(context, callee);
    if (isTest) return made;
    if (made.type === "ArrowFunctionExpression" && made.body.type !== "BlockStatement")
      return arrow(made.params, truth(context, made.body, result));
  } else if (isTest && takes(context, callee, types.length)) return expression(context, callee);
  // `itemgetter(1)` is such a function already, made once.
  if (!asTest && isMadeByLibrary(context.typeOf(callee))) return expression(context, callee);
  // What is called by name is called once, so that it may be made where it is.
  const isMade = callee.kind === "Call" && keywords.length > 0 && !context.facts.awaited.has(callee);
  if (callee.kind !== "Lambda" && !isMade && !isQuiet(context, callee)) return "a callable that is made by a call";
  const plain = types.length === 1 ? ["item"] : ["a", "b", "c", "d", "e", "f"].slice(0, types.length);
  const first = types.length - keywords.length;
  const params = plain.map((name, i) => id(context.temporary(keywords[i - first] ?? name)));
  const given = types.map((type, i) => context.stand(params[i] as ts.Identifier, type, node));
  const made: py.Call = {
    kind: "Call",
    func: callee,
    args: given.slice(0, first),
    keywords: keywords.map((name, i) => ({ name, value: given[first + i]!, start: node.start, end: node.end })),
    starargs: null,
    kwargs: null,
    start: node.start,
    end: node.end,
  };
  context.facts.record(made, result);
  const value = expression(context, made);
  return arrow(params, asTest ? truth(context, value, result) : value);
}

/**
 * A function of the program that is handed to the library as it is, to be called with `count` values. One that does not take as many raises
 * Python's TypeError as soon as it is called:
 *   re.sub("a", shout, text)  →  substitute(/a/, () => badCall("shout() takes no arguments (1 given)"), text)
 */
export function handed(context: Context, callee: py.Expression, count: number): ts.Expression | string {
  if (members(context.typeOf(callee)).some((m) => m.k === "instance")) return "an object that is called";
  const wrong = members(context.typeOf(callee)).map((m) =>
    m.k === "func" && m.wraps === null ? misfit(calledWith(callee, count), innermost(m)) : null,
  );
  const [first] = wrong;
  if (wrong.every((message) => message === null || message === undefined)) return expression(context, callee);
  if (!first || wrong.length > 1) return "one of several functions, not all of which take what they are called with";
  if (members(context.typeOf(callee)).some((m) => m.k === "func" && mayTakeMore(innermost(m).fn)))
    return "what partial() gave, which is not known to take what it is called with";
  if (callee.kind !== "Lambda" && !isQuiet(context, callee)) return "a callable that is made by a call";
  return arrow([], call(context.runtime("python", "badCall"), [string(first)]));
}

const calledWith = (func: py.Expression, count: number): py.Call => ({
  kind: "Call",
  func,
  args: Array.from({ length: count }, () => func),
  keywords: [],
  starargs: null,
  kwargs: null,
  start: func.start,
  end: func.end,
});

/** What a function of the library gives to be called; its entry is named for the call, `operator.itemgetter()`. */
const isMadeByLibrary = (type: Type): boolean => type.k === "method" && type.name.endsWith("()");

/** A function of the program with just that many parameters, which no more arguments reach than it takes. */
function takes(context: Context, callee: py.Expression, count: number): boolean {
  const kinds = members(context.typeOf(callee));
  return (
    callee.kind !== "Attribute" &&
    kinds.every((m) => {
      if (m.k !== "func" || m.self || m.wraps) return false;
      const { positional, vararg, kwarg, kwonly } = m.fn.node.params;
      return (
        positional.length === count && !vararg && !kwarg && kwonly.length === 0 && positional.every((p) => !p.default)
      );
    })
  );
}

/** A parameter for whatever else it is called with: JavaScript's methods hand on more than Python's functions do. */
const collects = ({ vararg, kwarg }: py.Parameters): boolean => vararg !== null || kwarg !== null;

/** What calling it with values of these types gives. */
function resultOf(context: Context, callee: Type, types: readonly Type[]): Type | string {
  const results: Type[] = [];
  for (const m of members(callee)) {
    if (m.k === "func")
      results.push(m.fn.returnsNothing ? union([m.fn.returns.type, { k: "none" }]) : m.fn.returns.type);
    else if (m.k === "class") results.push({ k: "instance", cls: m.cls });
    else if (m.k === "instance") {
      const called = m.cls.findMethod("__call__");
      if (!called) return "an object that cannot be called";
      results.push(called.method.fn.returns.type);
    } else {
      const entry = library.callable(m);
      if (!entry) return "a callable that is not known";
      const receiver: Type = m.k === "method" ? m.receiver : { k: "never" };
      const given = positionalCall(entry, receiver, types, {
        clock: context.facts.clock,
        callResult: () => ({ k: "unknown" }),
        sends: () => undefined,
        store: () => undefined,
        grow: () => undefined,
      });
      const type = typeof entry.result === "function" ? entry.result(given) : entry.result;
      results.push(m.k === "libclass" && type.k === "never" ? library.instance(m.name) : type);
    }
  }
  return results.length === 0 ? "a callable that is not known" : union(results);
}
