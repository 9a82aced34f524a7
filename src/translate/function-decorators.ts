import type { FunctionInfo } from "../analysis/entities.ts";
import { as, call, construct, member, objectType, statement, string, stringType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { initialiserName } from "./initialiser.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { toldParameters, wrapperMadeBy } from "./wrapper.ts";
import { members } from "../analysis/join.ts";
import { has, only, without } from "../analysis/kinds.ts";

/** A function as its decorators give it back: each takes what the one below has given. */
export function decorate(
  context: Context,
  fn: FunctionInfo,
  decorators: readonly py.Expression[],
  made: ts.Expression,
): ts.Expression {
  if (decorators.length === 0) return made;
  const called = context.readsFunctionNames ? call(context.runtime("python", "named"), [string(fn.name), made]) : made;
  return decorators.reduceRight<ts.Expression>(
    (value, d) => applied(context, d, value),
    toldParameters(context, fn, called),
  );
}

/** What a decorator makes of a function: a class an object, an object with `__call__` what that gives. */
function applied(context: Context, decorator: py.Expression, value: ts.Expression): ts.Expression {
  const type = context.typeOf(decorator);
  const made = expression(context, decorator);
  if (only(type, "class")) {
    const [init] = members(type).map((m) =>
      m.k === "class" ? (m.cls.findMethod("__init__")?.method.fn ?? null) : null,
    );
    const later = init && initialiserName(init);
    return later ? call(member(construct(made), later), [value]) : construct(made, [value]);
  }
  if (only(type, "func")) return call(made, [value]);
  return call(
    only(type, "instance") ? member(made, "__call__") : call(context.runtime("python", "asFunction"), [made]),
    [value],
  );
}

/** Whether a decorator takes a function and gives something, at once. */
export function isDecorator(context: Context, node: py.Expression): boolean {
  // Where it is None, Python raises TypeError, and so does the runtime.
  const kinds = members(without(context.typeOf(node), "none"));
  const functions = kinds.map((m) =>
    m.k === "func" ? m.fn : m.k === "instance" ? m.cls.findMethod("__call__")?.method.fn : null,
  );
  if (kinds.length > 0 && kinds.every((m) => m.k === "class")) return true;
  return kinds.length > 0 && functions.every((fn) => fn && !fn.async);
}

/** The function whose name `functools.wraps` gives to a wrapper; null for any other function. */
export function nameGiver(context: Context, { node }: FunctionInfo): py.Expression | null {
  const wraps = node.kind === "FunctionDef" ? node.decorators.find((d) => isWraps(context, d)) : undefined;
  return wraps?.kind === "Call" ? (wraps.args[0] ?? null) : null;
}

/** `named(f.name, inner);` where the program looks at names. */
export function givenName(context: Context, fn: FunctionInfo, made: ts.Identifier): ts.Statement[] {
  const giver = context.readsFunctionNames ? nameGiver(context, fn) : null;
  if (!giver) return [];
  const whole = expression(context, giver);
  const isKnown = whole.type !== "Identifier" || !has(context.typeOf(giver), "unknown", "never");
  return [
    statement(
      call(context.runtime("python", "named"), [
        member(isKnown ? whole : as(whole, objectType([["name", stringType()]])), "name"),
        made,
      ]),
    ),
  ];
}

/** `functools.wraps(f)` keeps a name that nothing of the translation reads. */
function isWraps(context: Context, decorator: py.Expression): boolean {
  return (
    decorator.kind === "Call" &&
    members(context.typeOf(decorator.func)).some((m) => m.k === "libfn" && m.name === "functools.wraps")
  );
}

/** `@contextmanager` leaves the generator as it is: `with` knows what to do with one. */
const makesManager = (context: Context, decorator: py.Expression): boolean =>
  members(context.typeOf(decorator)).some((m) => m.k === "libfn" && m.name === "contextlib.contextmanager");

/** Decorators that leave something to be called. */
export const ownDecorators = (context: Context, node: py.FunctionDef): readonly py.Expression[] =>
  node.decorators.filter((d) => !isWraps(context, d) && !makesManager(context, d));

/** The function makes another one, whose type TypeScript infers better than we could say it. */
export const makesFunctions = (context: Context, fn: FunctionInfo): boolean =>
  wrapperMadeBy(context, fn) !== null ||
  (fn.node.kind === "FunctionDef" &&
    fn.node.body.body.some((s) => {
      const inner = s.kind === "FunctionDef" ? context.facts.functions.get(s) : undefined;
      return inner !== undefined && wrapperMadeBy(context, inner) !== null;
    }));

/** The function gives a class of its own, or an object of one: TypeScript knows its type, and nothing outside can name it. */
export const givesOwnClass = (context: Context, fn: FunctionInfo): boolean =>
  members(fn.returns.type).some((m) => (m.k === "instance" || m.k === "class") && !context.sees(m.cls));
