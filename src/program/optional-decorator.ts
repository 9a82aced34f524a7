import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import type { NameBindings } from "./name-bindings.ts";
import { Written } from "./written-lambda.ts";

/**
 * A decorator that may be written with or without arguments is written as one that takes them always. Changes the tree.
 *   def retry(func=None, times=3):                  →  def retry(times=3):
 *       if func is None:                                   def decorate(func): …
 *           return partial(retry, times=times)             return decorate
 *       …
 *   @retry                                          →  @retry()
 * It stays as it is where it does anything else without a function, or is used as anything but a decorator.
 */
export function optionalDecorators(
  tree: py.Module,
  bindings: () => NameBindings,
  isNamedElsewhere: (name: string) => boolean,
): void {
  for (const node of tree.body) {
    if (node.kind !== "FunctionDef" || node.decorators.length > 0) continue;
    const found = withoutFunction(node);
    if (!found || isNamedElsewhere(node.name)) continue;
    const names = bindings();
    const isOne = !names.hasStar && names.only(node.name)?.kind === "function";
    const uses = isOne ? decorations(tree, node, found) : null;
    if (!uses) continue;
    const at = new Written(node);
    for (const { decorators } of uses)
      decorators.forEach((d, i) => {
        if (d.kind === "Name" && d.id === node.name) Reflect.set(decorators, i, at.call(d, []));
      });
    Reflect.set(node, "body", { ...node.body, body: found.body });
    Reflect.set(node, "params", { ...node.params, positional: node.params.positional.slice(1) });
  }
}

interface Optional {
  /** The statements of the function without the function to decorate. */
  readonly body: readonly py.Statement[];
  /** The statement that asks whether there is one. */
  readonly asks: py.Statement;
}

/** What the function does where it is given no function, in the two ways that are known; null for any other. */
function withoutFunction(node: py.FunctionDef): Optional | null {
  const { params, body } = node;
  const [first, ...others] = params.positional;
  if (first?.target.kind !== "Name" || !first.default || !isName(first.default, "None")) return null;
  if (params.vararg || params.kwarg || params.kwonly.length > 0 || others.some((p) => !p.default)) return null;
  const doc = body.body[0]?.kind === "Expr" && body.body[0].value.kind === "Str" ? body.body.slice(0, 1) : [];
  const rest = body.body.slice(doc.length);
  const func = first.target.id;
  const [asks] = rest;
  if (asks?.kind === "If" && !asks.orelse && asksNone(asks.test, func)) {
    const given = soleReturn(asks.body);
    const names = others.flatMap((p) => (p.target.kind === "Name" ? [p.target.id] : []));
    if (!given || names.length < others.length || !handsOn(given, node.name, names)) return null;
    return { body: [...doc, ...decorate(node, func, rest.slice(1))], asks };
  }
  // def decorate(f): …; if func is None: return decorate; return decorate(func)
  const [last, test] = [rest.at(-1), rest.at(-2)];
  const isTwice = last?.kind === "Return" && test?.kind === "If" && !test.orelse;
  const [without, with_] = isTwice
    ? asksNone(test.test, func)
      ? [soleReturn(test.body), last.value]
      : asksNone(test.test, func, "is not")
        ? [last.value, soleReturn(test.body)]
        : [null, null]
    : [null, null];
  if (without?.kind !== "Name" || with_?.kind !== "Call" || !isName(with_.func, without.id) || !last || !test)
    return null;
  if (with_.args.length !== 1 || !isName(with_.args[0], func) || with_.keywords.length > 0) return null;
  const before = rest.slice(0, -2);
  if (before.some((s) => mentions(s, func))) return null;
  return { body: [...doc, ...before, { ...last, kind: "Return", value: without }], asks: test };
}

const isName = (e: py.Expression | null | undefined, id: string): boolean => e?.kind === "Name" && e.id === id;

const asksNone = (test: py.Expression, name: string, op: "is" | "is not" = "is"): boolean =>
  (test.kind === "Compare" &&
    test.ops[0] === op &&
    test.ops.length === 1 &&
    isName(test.left, name) &&
    isName(test.comparators[0], "None")) ||
  (op === "is not" && isName(test, name));

const soleReturn = ({ body }: py.Block): py.Expression | null =>
  body.length === 1 && body[0]?.kind === "Return" ? body[0].value : null;

/** `partial(retry, times=times)`, `lambda f: retry(f, times=times)`: the function with all that it was given. */
function handsOn(given: py.Expression, name: string, names: readonly string[]): boolean {
  const call = given.kind === "Lambda" ? given.body : given;
  if (call.kind !== "Call" || call.starargs || call.kwargs) return false;
  const [param, ...more] = given.kind === "Lambda" ? given.params.positional : [];
  const isPartial =
    given.kind === "Call" &&
    (isName(call.func, "partial") ||
      (call.func.kind === "Attribute" && isName(call.func.value, "functools") && call.func.attr === "partial"));
  const passed = isPartial ? call.args : [call.func, ...call.args.slice(0, 1)];
  const isOwn =
    isName(passed[0], name) &&
    (isPartial
      ? passed.length === 1
      : call.args.length === 1 &&
        param?.target.kind === "Name" &&
        more.length === 0 &&
        isName(passed[1], param.target.id));
  const own = call.keywords.map(({ name: keyword, value }) => (isName(value, keyword) ? keyword : ""));
  return isOwn && own.length === names.length && names.every((one) => own.includes(one));
}

/** def decorate(func): …; return decorate */
function decorate(node: py.FunctionDef, func: string, body: readonly py.Statement[]): readonly py.Statement[] {
  let name = "decorate";
  while (mentions(node, name)) name += "_";
  const at = new Written(node.body);
  const { body: own, ...made } = at.method(name, [func], at.name(name));
  const [end] = own.body;
  return [{ ...made, body: { ...own, body } }, ...(end ? [end] : [])];
}

function mentions(node: py.Node, name: string): boolean {
  let found = false;
  walk(node, (part) => {
    if (part.kind === "Name" && part.id === name) found = true;
  });
  return found;
}

/** The functions and classes that are decorated with it; null where it is used in another way, or given a function. */
function decorations(tree: py.Module, node: py.FunctionDef, { asks }: Optional): readonly py.FunctionDef[] | null {
  const uses: py.FunctionDef[] = [];
  let others = 0;
  walk(tree, (part) => {
    if (part === asks) return false;
    if (part.kind === "FunctionDef")
      for (const d of part.decorators) {
        const isGiven = d.kind === "Call" && isName(d.func, node.name);
        if (isGiven && (d.args.length > 0 || d.starargs || d.kwargs)) others += 2;
        if (!isGiven && !isName(d, node.name)) continue;
        others--;
        uses.push(part);
      }
    if (part.kind === "Name" && part.id === node.name) others++;
    return true;
  });
  const first = node.params.positional[0]?.target;
  const isKeyword = uses.some(({ decorators }) =>
    decorators.some((d) => d.kind === "Call" && d.keywords.some((k) => first?.kind === "Name" && k.name === first.id)),
  );
  return others === 0 && !isKeyword ? uses : null;
}
