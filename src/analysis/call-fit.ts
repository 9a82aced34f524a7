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

export function arityOf({ node, name }: FunctionInfo): Arity {
  const { positional, vararg } = node.params;
  const least = positional.filter((p) => !p.default).length;
  return { name, least, most: vararg ? Infinity : positional.length };
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
  for (const node of facts.callees.keys()) {
    if (node.kind !== "Call") continue;
    const meant = targetsOf(facts, facts.typeOf(node.func), true);
    if (meant.length > 0 && goesByName(facts, node, meant)) {
      namedCalls.add(node);
      for (const { fn } of meant) named.add(fn);
      continue;
    }
    const callees = targetsOf(facts, facts.typeOf(node.func));
    if (callees.length < 2 || !differs(node, callees)) continue;
    calls.add(node);
    for (const { fn } of callees) targets.add(fn);
  }
  return { calls, targets, namedCalls, named };
}

/** `f(*args, **kwargs)`, or keywords for one of several functions with other parameters, where the text does not tell what goes where. */
function goesByName(facts: Facts, node: py.Call, meant: readonly FuncType[]): boolean {
  if (node.starargs && facts.passedOn.has(node.starargs)) return false;
  if (
    meant.some(
      ({ fn }) => fn.node.params.kwonly.length > 0 || fn.node.params.positional.some((p) => p.target.kind !== "Name"),
    )
  )
    return false;
  const names = new Set(meant.map(({ fn, self }) => `${parameterNames(fn).join()} ${self !== null}`));
  if (node.keywords.length > 0 && names.size > 1) return true;
  if (node.keywords.length > 0 && node.starargs) return true;
  if (!node.kwargs) return false;
  const [only] = meant;
  const { positional, kwarg } = only!.fn.node.params;
  const own = givesObject(only!) || only!.fn.name === "__init__" ? positional.length - 1 : positional.length;
  // It gets a copy of the dict.
  if (meant.length === 1 && kwarg && node.args.length >= own && node.keywords.length === 0) return false;
  return (
    node.kwargs.kind !== "Name" ||
    meant.length > 1 ||
    node.starargs !== null ||
    node.keywords.length > 0 ||
    !isKeywords(facts, node.kwargs)
  );
}

const parameterNames = (fn: FunctionInfo): readonly string[] =>
  fn.node.params.positional.map((p) => (p.target.kind === "Name" ? p.target.id : "()"));

/** The `**kwargs` of a function around. */
const isKeywords = (facts: Facts, node: py.Name): boolean =>
  [...facts.functions.values()].some(({ node: fn }) => {
    const { kwarg } = fn.params;
    return kwarg?.target.kind === "Name" && kwarg.target.id === node.id && fn.start <= node.start && node.end <= fn.end;
  });

/** The functions of the program that a callee may be, with the methods of derived classes that override one. */
const targetsOf = (facts: Facts, callee: Type, withClasses = false): readonly FuncType[] =>
  members(callee).flatMap((m) => {
    if (m.k === "func") return [innermost(m), ...overriding(facts, m)];
    const init = withClasses && m.k === "class" ? m.cls.findMethod("__init__") : null;
    return init ? [init.method] : [];
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
