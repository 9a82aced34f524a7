import type * as py from "../python/ast.ts";
import type { NameBindings } from "./name-bindings.ts";
import { isConstant, Written } from "./written-lambda.ts";

/** A value that `partial` keeps, and what it is called in the lambda. */
interface Held {
  readonly name: string;
  readonly value: py.Expression;
}

/**
 * `partial(f, 1, mode='r')` as a lambda over the parameters that are left of `f`, where the file has one function of that name; otherwise
 * of as many values as `taken` says that it is called with. Values that may change later are those of now:
 *   partial(send, host)  →  (lambda host: lambda line: send(host, line))(host)
 * Null where that cannot be told.
 */
export function partialLambda(node: py.Call, bindings: NameBindings, taken: number | null): py.Expression | null {
  const [func, ...given] = node.args;
  if (!func || node.starargs || node.kwargs || given.some((arg) => arg.kind === "Starred")) return null;
  const target = targetOf(func, bindings);
  if (target) return overParameters(new Written(node), node, func, target, bindings);
  const count = taken ?? (func.kind === "Name" && bindings.of(func.id).length === 0 ? valuesOf(func.id) : null);
  return count === null ? null : calledWith(node, func, bindings, count);
}

/** A lambda over `count` values: it calls `func` with the arguments of `node` behind its first, and then with those values. */
export function calledWith(node: py.Call, func: py.Expression, bindings: NameBindings, count: number): py.Expression {
  const given = node.args.slice(1);
  const at = new Written(node);
  const held: Held[] = [];
  const names = new LambdaNames([]);
  const callee = calleeOf(at, func, held, names, bindings);
  const args = given.map((arg) => kept(at, arg, "value", held, names, bindings));
  const keywords = node.keywords.map(({ name, value }) =>
    at.keyword(name, kept(at, value, name, held, names, bindings)),
  );
  const params = Array.from({ length: count }, () => at.name(names.free("item")));
  const body = at.call(callee, [...args, ...params], { keywords });
  const positional = params.map(({ id }) => at.parameter(id));
  const partial: py.Partial = { func: callee, target: null, most: count };
  return holding(at, held, { ...at.lambda(positional, body), partial });
}

/** The lambda over the parameters of `target` that the call leaves open; null where one cannot be written. */
function overParameters(
  at: Written,
  node: py.Call,
  func: py.Expression,
  target: py.FunctionDef,
  bindings: NameBindings,
): py.Expression | null {
  const [, ...given] = node.args;
  const { positional, vararg, kwarg, kwonly } = target.params;
  const own = positional.slice(func.kind === "Attribute" ? 1 : 0);
  const ownNames = own.map(({ target: name }) => (name.kind === "Name" ? name.id : null));
  const left = own.slice(given.length);
  if (kwonly.length > 0 || ownNames.includes(null) || (given.length > own.length && !vararg)) return null;
  const leftNames = ownNames.slice(given.length).map((name) => name ?? "");
  if (node.keywords.some(({ name }) => !leftNames.includes(name))) return null;
  const held: Held[] = [];
  const stars = [vararg, kwarg].flatMap((p) => (p?.target.kind === "Name" ? [p.target.id] : []));
  const names = new LambdaNames([...leftNames, ...stars]);
  const callee = calleeOf(at, func, held, names, bindings);
  const args = given.map((arg, i) => kept(at, arg, ownNames[i] ?? "value", held, names, bindings));
  const byName = new Map(node.keywords.map(({ name, value }) => [name, value]));
  const params: py.Parameter[] = [];
  const passed: py.Keyword[] = [];
  let isOptional = false;
  for (const [i, parameter] of left.entries()) {
    const name = leftNames[i] ?? "";
    const value = byName.get(name);
    // A default is made when the lambda is.
    const fallback = value ?? parameter.default;
    if (fallback ? !value && !isConstant(fallback) : isOptional) return null;
    isOptional ||= fallback !== null;
    params.push(at.parameter(name, fallback));
    passed.push(at.keyword(name, at.name(name)));
  }
  const bound = leftNames.findIndex((name) => byName.has(name));
  if (bound >= 0 && (vararg || kwarg)) return null;
  // Up to the first that is given by name the arguments stand in their order.
  const direct = bound < 0 ? passed.length : bound;
  const body = at.call(callee, [...args, ...passed.slice(0, direct).map(({ value }) => value)], {
    keywords: passed.slice(direct),
    starargs: vararg?.target.kind === "Name" ? at.name(vararg.target.id) : null,
    kwargs: kwarg?.target.kind === "Name" ? at.name(kwarg.target.id) : null,
  });
  const star = (p: py.Parameter | null): py.Parameter | null =>
    p?.target.kind === "Name" ? at.parameter(p.target.id) : null;
  const lambda: py.Lambda = {
    ...at.lambda(params, body, { vararg: star(vararg), kwarg: star(kwarg) }),
    partial: { func: callee, target, most: vararg ? Infinity : bound < 0 ? params.length : bound },
  };
  return holding(at, held, lambda);
}

/** How many values a built-in function is called with where nobody knows what it is handed to: those of which one is usual. */
const valuesOf = (builtin: string): number | null =>
  ["int", "long", "sorted", "open", "round", "enumerate", "max", "min"].includes(builtin) ? 1 : null;

/** The one function of the file that a name, or a method of that name, may be; the types have to agree later. */
function targetOf(func: py.Expression, bindings: NameBindings): py.FunctionDef | null {
  const name = func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr : null;
  const found = name === null ? null : bindings.only(name);
  if (found?.kind !== "function" || found.node.decorators.length > 0) return null;
  return (found.owner !== null) === (func.kind === "Attribute") ? found.node : null;
}

/** An expression as the body of the lambda reads it: itself where that is always the same, else a name for what it is now. */
function kept(
  at: Written,
  e: py.Expression,
  word: string,
  held: Held[],
  names: LambdaNames,
  bindings: NameBindings,
): py.Expression {
  if (isConstant(e)) return e;
  if (e.kind === "Name" && (bindings.isFixed(e.id) || bindings.of(e.id).length === 0) && names.reads(e.id))
    return at.name(e.id);
  const name = names.free(e.kind === "Name" ? e.id : word);
  held.push({ name, value: e });
  return at.name(name);
}

/** What is called: a method is that of the object of now. */
const calleeOf = (
  at: Written,
  func: py.Expression,
  held: Held[],
  names: LambdaNames,
  bindings: NameBindings,
): py.Expression =>
  func.kind === "Attribute" && func.value.kind === "Name"
    ? at.attribute(kept(at, func.value, "object", held, names, bindings), func.attr)
    : kept(at, func, "f", held, names, bindings);

/** The lambda, made by a call that is given what it holds on to: `(lambda host: …)(host)`. */
const holding = (at: Written, held: readonly Held[], made: py.Lambda): py.Expression =>
  held.length === 0
    ? made
    : at.call(
        at.lambda(
          held.map(({ name }) => at.parameter(name)),
          made,
        ),
        held.map(({ value }) => value),
      );

/** The names in a lambda: its own must not hide those around it that its body reads. */
class LambdaNames {
  private readonly own: Set<string>;
  private readonly read = new Set<string>();

  constructor(own: readonly string[]) {
    this.own = new Set(own);
  }

  /** Whether the body may read this name of the code around; from then on none of the lambda's own is called so. */
  reads(name: string): boolean {
    if (this.own.has(name)) return false;
    this.read.add(name);
    return true;
  }

  /** A new name of the lambda's own: the word, or the word and a number. */
  free(word: string): string {
    let name = word;
    for (let n = 2; this.own.has(name) || this.read.has(name); n++) name = `${word}${n}`;
    this.own.add(name);
    return name;
  }
}
