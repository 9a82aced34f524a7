import type * as py from "../python/ast.ts";
import type { Facts } from "./facts.ts";
import type { FunctionInfo } from "./entities.ts";
import { members } from "./join.ts";
import { type FuncType, innermost, type Type } from "./types.ts";

/** How many arguments a function takes by position, its object included. */
export interface Arity {
  /** What Python's errors call it. */
  readonly name: string;
  readonly least: number;
  /** Infinity where it collects the rest. */
  readonly most: number;
}

export function arityOf({ node, calledAs }: FunctionInfo): Arity {
  const { positional, vararg } = node.params;
  const least = positional.filter((p) => !p.default).length;
  return { name: calledAs, least, most: vararg ? Infinity : positional.length };
}

/** Whether a call hands the object over by itself, before its arguments. */
export const givesObject = ({ fn, self }: FuncType): boolean => fn.binding !== "static" && self !== null;

/** What `partial` made of a function that is not known: it may take more than it is written with. */
export const mayTakeMore = ({ node }: FunctionInfo): boolean => node.kind === "Lambda" && node.partial?.target === null;

/**
 * Why Python does not make the call, in the words of its TypeError (`PyEval_EvalCodeEx`); null where it does. Of `*args` and `**kwargs` it is
 * not known what they hold: then null.
 */
export function misfit(node: py.Call, target: FuncType): string | null {
  if (node.starargs || node.kwargs) return null;
  const { fn } = target;
  const { positional, vararg, kwonly, kwarg } = fn.node.params;
  const { name, least, most } = arityOf(fn);
  const given = node.args.length + (givesObject(target) ? 1 : 0);
  const all = given + node.keywords.length;
  if (fn.node.kind === "Lambda" && fn.node.partial && given > fn.node.partial.most)
    return wrongNumber(name, "at most", fn.node.partial.most, all);
  if (most === 0 && all > 0 && !kwarg && kwonly.length === 0) return `${name}() takes no arguments (${all} given)`;
  if (given > most) return wrongNumber(name, least < most ? "at most" : "exactly", most, all);
  const filled = new Set(positional.slice(0, given));
  for (const keyword of node.keywords) {
    const isNamed = (p: py.Parameter): boolean => p.target.kind === "Name" && p.target.id === keyword.name;
    const p = positional.find(isNamed);
    if (!p && !kwarg && !kwonly.some(isNamed)) return `${name}() got an unexpected keyword argument '${keyword.name}'`;
    if (p && filled.has(p)) return `${name}() got multiple values for keyword argument '${keyword.name}'`;
    if (p) filled.add(p);
  }
  if (positional.every((p) => p.default || filled.has(p))) return null;
  return wrongNumber(name, vararg || least < positional.length ? "at least" : "exactly", least, filled.size);
}

const wrongNumber = (name: string, wanted: string, bound: number, given: number): string =>
  `${name}() takes ${wanted} ${bound} argument${bound === 1 ? "" : "s"} (${given} given)`;

/** Calls of one of several functions that not all of them take: which it is shows at run time, and so whether it takes them. */
export interface CheckedCalls {
  readonly calls: ReadonlySet<py.Call>;
  /** The functions that may be meant: the runtime has to know what each takes. */
  readonly targets: ReadonlySet<FunctionInfo>;
  /** Calls with keywords of which only the running program knows where they go. */
  readonly namedCalls: ReadonlySet<py.Call>;
  /** The functions that may be meant there. */
  readonly named: ReadonlySet<FunctionInfo>;
}

export function checkedCalls(facts: Facts): CheckedCalls {
  const calls = new Set<py.Call>();
  const targets = new Set<FunctionInfo>();
  const namedCalls = new Set<py.Call>();
  const named = new Set<FunctionInfo>();
  const byName = { namedCalls, named };
  // A dict of keywords that one call needs as a dict is one for all.
  for (let before = -1; before < namedCalls.size;) {
    before = namedCalls.size;
    for (const node of facts.callees.keys()) {
      if (node.kind !== "Call" || namedCalls.has(node)) continue;
      const meant = targetsOf(facts, facts.typeOf(node.func), true);
      if (meant.length === 0 || !goesByName(facts, node, meant, byName)) continue;
      namedCalls.add(node);
      for (const { fn } of meant) named.add(fn);
    }
  }
  for (const node of facts.callees.keys()) {
    if (node.kind !== "Call" || namedCalls.has(node)) continue;
    const callees = targetsOf(facts, facts.typeOf(node.func));
    if (callees.length < 2 || !differs(node, callees)) continue;
    calls.add(node);
    for (const { fn } of callees) targets.add(fn);
  }
  return { calls, targets, namedCalls, named };
}

/**
 * `f(*args, **kwargs)`, or keywords for one of several functions with other parameters, where the text does not tell what goes where; and
 * what is given to one of several classes that do not all take it.
 */
function goesByName(facts: Facts, node: py.Call, meant: readonly FuncType[], byName: ByName): boolean {
  if (node.starargs && facts.passedOn.has(node.starargs)) return false;
  if (
    meant.some(
      ({ fn }) => fn.node.params.kwonly.length > 0 || fn.node.params.positional.some((p) => p.target.kind !== "Name"),
    )
  )
    return false;
  // Who is next in turn is not known, nor what it takes.
  if ((node.kwargs || node.keywords.length > 0) && isNextInit(node, meant)) return true;
  const callees = members(facts.typeOf(node.func));
  if (callees.every((m) => m.k === "class") && callees.length === meant.length && differs(node, meant)) return true;
  const names = new Set(meant.map(({ fn, self }) => `${parameterNames(fn).join()} ${self !== null}`));
  if (new Set(meant.map((f) => dictPlace(f, node))).size > 1) return true;
  if (node.keywords.length > 0 && names.size > 1) return true;
  if (node.keywords.length > 0 && node.starargs) return true;
  if (!node.kwargs) return false;
  const [only] = meant;
  const { kwarg } = only!.fn.node.params;
  const own = ownParameters(only!).length;
  const given = namesBase(facts, node, only!) ? node.args.length - 1 : node.args.length;
  // It gets a copy of the dict.
  if (meant.length === 1 && kwarg && given >= own && node.keywords.length === 0)
    return forwardsOnly(only!.fn, byName) && !isForwarded(facts, node.kwargs, byName);
  return (
    node.kwargs.kind !== "Name" ||
    meant.length > 1 ||
    node.starargs !== null ||
    node.keywords.length > 0 ||
    !handsOn(facts, node.kwargs, byName, ownParameters(only!).slice(given))
  );
}

/** `super(C, self).__init__`, of a class that may stand among several bases of another. */
const isNextInit = ({ func }: py.Call, meant: readonly FuncType[]): boolean =>
  func.kind === "Attribute" &&
  func.value.kind === "Call" &&
  meant.some(({ fn }) => fn.name === "__init__" && fn.owner?.initialisedInTurn === true);

/** The parameters, without that of the object that a call hands over by itself. */
const ownParameters = (target: FuncType): readonly py.Parameter[] => {
  const { positional } = target.fn.node.params;
  return givesObject(target) || target.fn.name === "__init__" ? positional.slice(1) : positional;
};

/** Before which argument of the call a function takes the dict of other keywords; null for none, or behind them all. */
function dictPlace(target: FuncType, node: py.Call): number | null {
  const place = ownParameters(target).length;
  return target.fn.node.params.kwarg && (node.starargs || node.args.length > place) ? place : null;
}

/** `Base.method(self, …)`: the object is written among the arguments. */
const namesBase = (facts: Facts, { func }: py.Call, target: FuncType): boolean =>
  func.kind === "Attribute" && facts.typeOf(func.value).k === "class" && target.self?.k === "instance";

const parameterNames = (fn: FunctionInfo): readonly string[] =>
  fn.node.params.positional.map((p) => (p.target.kind === "Name" ? p.target.id : "()"));

/** The `**kwargs` of a function around, all of which it hands on as they came: the text tells which parameter each goes to. */
function handsOn(facts: Facts, node: py.Name, byName: ByName, left: readonly py.Parameter[]): boolean {
  const around = collecting(facts, node);
  if (!around || !forwardsOnly(around, byName)) return false;
  const names = new Set(left.flatMap((p) => (p.target.kind === "Name" ? [p.target.id] : [])));
  return [...around.keywords.keys()].every((name) => names.has(name)) && left.every((p) => p.default !== null);
}

type ByName = Pick<CheckedCalls, "namedCalls" | "named">;

/** The function around whose `**kwargs` the name is. */
const collecting = (facts: Facts, node: py.Name): FunctionInfo | undefined =>
  [...facts.functions.values()].find(({ node: { params, start, end } }) => {
    const { kwarg } = params;
    return kwarg?.target.kind === "Name" && kwarg.target.id === node.id && start <= node.start && node.end <= end;
  });

const isForwarded = (facts: Facts, node: py.Expression, byName: ByName): boolean => {
  const around = node.kind === "Name" ? collecting(facts, node) : undefined;
  return around !== undefined && forwardsOnly(around, byName);
};

/** Every use of a function's `**kwargs` hands it on as `**kwargs`, to parameters that the text tells: it need not be a dict. */
function forwardsOnly(fn: FunctionInfo, { named, namedCalls }: ByName): boolean {
  const { kwarg } = fn.node.params;
  const symbol = kwarg?.target.kind === "Name" ? fn.scope.symbols.get(kwarg.target.id) : undefined;
  if (!symbol || named.has(fn)) return false;
  const { text } = fn.module.source;
  const held = new Set([...namedCalls].map(({ kwargs }) => kwargs));
  return symbol.occurrences.every(
    (o) =>
      o.node.start < fn.node.body.start ||
      ("id" in o.node && text.slice(o.node.start - 2, o.node.start) === "**" && !held.has(o.node)),
  );
}

/** The functions of the program that a callee may be, with the methods of derived classes that override one. */
const targetsOf = (facts: Facts, callee: Type, withClasses = false): readonly FuncType[] =>
  members(callee).flatMap((m) => {
    if (m.k === "func") return [innermost(m), ...overriding(facts, m)];
    const init = withClasses && m.k === "class" ? m.cls.findMethod("__init__") : null;
    return init ? [{ ...init.method, self: m }] : [];
  });

function overriding(facts: Facts, method: FuncType): readonly FuncType[] {
  const { fn, self } = method;
  const of = self?.k === "instance" || self?.k === "class" ? self.cls : null;
  if (!of || !fn.owner || fn.name === "__init__") return [];
  return [...facts.classes.values()].flatMap((cls) => {
    const own = cls !== of && cls.lineage.includes(of) ? cls.methods.get(fn.name) : undefined;
    return own && own.fn !== fn ? [{ ...innermost(own), self }] : [];
  });
}

function differs(node: py.Call, callees: readonly FuncType[]): boolean {
  if (node.keywords.length > 0 || node.kwargs) return false;
  if (!node.starargs) return callees.some((f) => misfit(node, f) !== null);
  const takes = callees.map((f) => {
    const { name, least, most } = arityOf(f.fn);
    const own = givesObject(f) ? 1 : 0;
    return `${name} ${least - own} ${most - own}`;
  });
  return new Set(takes).size > 1;
}
