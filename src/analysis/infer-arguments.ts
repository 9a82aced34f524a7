import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { Cell } from "./cells.ts";
import { keywordsOf } from "./attribute-names.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import type { Inference } from "./infer.ts";
import { passesSelf } from "./infer-super.ts";
import { isSpecial } from "./special-names.ts";
import { innermost, type FuncType, sequenceOf, never, type Type } from "./types.ts";
import { has, only } from "./kinds.ts";
import { members } from "./join.ts";

/** What calls teach the functions that they call: the types of their parameters, and whether defaults are used. */
export class ArgumentInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  /** Hands a function's parameters values of these types. */
  give(target: FuncType, args: readonly Type[], keywords: Readonly<Record<string, Type>> = {}): void {
    const { fn } = target;
    this.called(fn);
    const given = target.self ? [target.self, ...args] : args;
    const { positional, kwarg } = fn.node.params;
    for (const [name, type] of Object.entries(keywords)) {
      if (!kwarg || positional.some((p) => p.target.kind === "Name" && p.target.id === name)) continue;
      this.collectKeyword(fn, name, type);
    }
    positional.forEach((p, i) => {
      const type = given[i] ?? (p.target.kind === "Name" ? keywords[p.target.id] : undefined);
      if (type) fn.passed(p)?.grow(type);
      else this.useDefault(fn, p);
    });
    given.slice(positional.length).forEach((type, i) => this.collect(fn, type, i));
  }

  /** A call in the program's text: each argument goes to its parameter, through wrappers that decorators have put around the function. */
  pass(node: py.Call, callee: FuncType): void {
    const { inf } = this;
    const target = innermost(callee);
    const { fn } = target;
    this.called(fn);
    const reached = inf.facts.callees.get(node) ?? new Set();
    reached.add(fn);
    const types = node.args.map((arg) => inf.facts.typeOf(arg));
    for (let at: FuncType | null = callee; at?.wraps; at = at.wraps) {
      reached.add(at.fn);
      this.passThrough(at.fn, target.self, types);
      for (const keyword of node.keywords) {
        at.fn.keywordCalled = true;
        at.fn.keywordDict.value.grow(inf.facts.typeOf(keyword.value));
      }
    }
    inf.facts.callees.set(node, reached);
    const { params } = fn.node;
    const positional = target.self ? params.positional.slice(1) : params.positional;
    const [first] = params.positional;
    if (target.self && first) fn.passed(first)?.grow(target.self);
    // `Base.method(self, …)`: the first argument is the object.
    const isNamedBase =
      inf.fn !== null &&
      target.self !== null &&
      passesSelf(node, inf.fn) &&
      node.func.kind === "Attribute" &&
      only(inf.facts.typeOf(node.func.value), "class", "libclass");
    const given = isNamedBase ? node.args.slice(1) : node.args;
    given.forEach((arg, i) => {
      const p = positional[i];
      if (p) this.passOne(fn, p, arg);
      else this.collect(fn, inf.facts.typeOf(arg), i - positional.length);
    });
    for (const { name, value } of node.keywords) {
      const p = [...positional, ...params.kwonly].find((q) => q.target.kind === "Name" && q.target.id === name);
      if (p) this.passOne(fn, p, value);
      else if (params.kwarg) this.collectKeyword(fn, name, inf.facts.typeOf(value));
    }
    const left = positional.slice(given.length);
    const keywords = node.kwargs && keywordsOf(node.kwargs, { module: inf.module, fn: inf.fn, facts: inf.facts });
    if (keywords && params.kwarg) this.handKeywordsOn(keywords, fn, left);
    else if (node.kwargs) this.openKeywords(fn);
    if (node.kwargs) {
      this.forwardKeywords(node.kwargs, fn, left);
      if (!keywords) this.giveItems(node.kwargs, fn, left);
      for (const m of members(inf.facts.typeOf(node.kwargs)))
        if (m.k === "dict" && params.kwarg) fn.keywordDict.value.grow(m.value.type);
    }
    if (!node.starargs && !node.kwargs) this.useDefaults(fn, left, node);
    if (node.starargs && !this.forwardsArguments(node)) {
      const beyond = Math.max(0, given.length - positional.length);
      const source = this.extrasOf(node.starargs);
      if (source) this.handExtrasOn(source, fn, left, beyond, node);
      else for (const items of members(inf.facts.typeOf(node.starargs))) this.spread(items, fn, left, beyond, node);
    }
  }

  /** The function whose own `*args` this is, as it was called, where each of its calls says what stands at each place. */
  private extrasOf(node: py.Expression): FunctionInfo | null {
    const { fn, module } = this.inf;
    const vararg = fn?.node.params.vararg;
    // What nobody calls may be called with anything.
    if (!fn || fn.openExtras || fn.extras.length === 0 || node.kind !== "Name" || vararg?.target.kind !== "Name")
      return null;
    const symbol = module.bindings.symbols.get(node);
    return symbol && symbol === fn.scope.symbols.get(vararg.target.id) && symbol.writes.length <= 1 ? fn : null;
  }

  /** `f(*args)` with what the function was given itself: each place goes to a parameter of its own, which some callers leave out. */
  private handExtrasOn(
    source: FunctionInfo,
    fn: FunctionInfo,
    left: readonly py.Parameter[],
    beyond: number,
    node: py.Call,
  ): void {
    source.extras.forEach(({ type }, i) => {
      const p = left[i];
      if (p) fn.passed(p)?.grow(type);
      else this.collect(fn, type, beyond + i - left.length);
    });
    this.useDefaults(fn, left, node);
  }

  /** `f(*items)`: a tuple gives each parameter an item of its own. `beyond`: how many went to `*args` before. */
  private spread(items: Type, fn: FunctionInfo, left: readonly py.Parameter[], beyond: number, node: py.Call): void {
    if (items.k === "tuple") {
      left.slice(0, items.items.length).forEach((p, i) => fn.passed(p)?.grow(items.items[i]!));
      this.useDefaults(fn, left.slice(items.items.length), node);
      items.items.slice(left.length).forEach((extra, i) => this.collect(fn, extra, beyond + i));
      return;
    }
    // How many there are is not known: any of the rest may be left out.
    this.useDefaults(fn, left, node);
    const elem = this.expressions.elements.of(items);
    for (const p of left) fn.passed(p)?.grow(elem);
    this.collect(fn, elem, null);
  }

  /** An argument goes to a parameter: what is known of only one of the two is learned of the other. */
  private passOne(fn: FunctionInfo, p: py.Parameter, arg: py.Expression): void {
    const cell = fn.passed(p);
    if (!cell) return;
    const type = this.inf.facts.typeOf(arg);
    const symbol = p.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
    if (symbol?.isParameter) this.inf.parameters.handOn(arg, symbol);
    if (type.k === "never" && symbol)
      this.inf.parameters.hint(
        arg,
        cell.type.k === "never" ? (this.inf.parameters.suggestion(symbol) ?? never) : cell.type,
      );
    cell.grow(type);
  }

  /** `f(**d)`: what the dict holds goes to the parameters. */
  private giveItems(kwargs: py.Expression, fn: FunctionInfo, left: readonly py.Parameter[]): void {
    for (const m of members(this.inf.facts.typeOf(kwargs))) {
      if (m.k !== "dict") continue;
      for (const p of left) {
        const named = p.target.kind === "Name" ? m.record?.field(p.target.id) : undefined;
        fn.passed(p)?.grow(named ?? m.value.type);
        this.useDefault(fn, p);
      }
    }
  }

  /** `logged(f)`, called as any other function: the functions that the call hands to each parameter. */
  functionsIn(node: py.Call, callee: FuncType): ReadonlyMap<PySymbol, readonly FuncType[]> {
    const { fn, self } = innermost(callee);
    const positional = self ? fn.node.params.positional.slice(1) : fn.node.params.positional;
    const found = new Map<PySymbol, readonly FuncType[]>();
    positional.forEach(({ target }, i) => {
      const symbol = target.kind === "Name" ? fn.scope.symbols.get(target.id) : undefined;
      const arg = node.args[i];
      const type = arg && this.inf.facts.typeOf(arg);
      if (!symbol || !type) return;
      const functions = members(type).filter((m) => m.k === "func" && m.fn !== fn);
      if (functions.length === members(type).length) found.set(symbol, functions as FuncType[]);
    });
    return found;
  }

  /** A wrapper is given the arguments of what it stands for. */
  passThrough(wrapper: FunctionInfo, self: Type | null, args: readonly Type[]): void {
    this.called(wrapper);
    [...(self ? [self] : []), ...args].forEach((type, i) => {
      const p = wrapper.node.params.positional[i];
      if (p) wrapper.passed(p)?.grow(type);
      else this.collect(wrapper, type, i - wrapper.node.params.positional.length);
    });
  }

  /** Parameters that the call leaves out hold their defaults. */
  private useDefaults(fn: FunctionInfo, left: readonly py.Parameter[], node: py.Call): void {
    for (const p of left) {
      const { target } = p;
      if (target.kind === "Name" && node.keywords.some((k) => k.name === target.id)) continue;
      this.useDefault(fn, p);
    }
  }

  /** A parameter that a call leaves out. What the default of an inner function is shows when the function around it is read. */
  private useDefault(fn: FunctionInfo, p: py.Parameter): void {
    if (!p.default) return;
    fn.leftOut.add(p);
    fn.passed(p)?.grow(this.inf.facts.typeOf(p.default));
  }

  /**
   * A wrapper's `f(*args, **kwargs)`, or `f(self, *args, **kwargs)`, with what it was given itself: nothing else comes before, and `f` is a
   * parameter of the function that makes the wrapper.
   */
  private forwardsArguments(node: py.Call): boolean {
    const { fn, module } = this.inf;
    if (!fn) return false;
    const { positional, vararg, kwarg } = fn.node.params;
    const isOwn = (e: py.Expression | null | undefined, p: py.Parameter | null): boolean =>
      e?.kind === "Name" && p?.target.kind === "Name" && p.target.id === e.id;
    if (positional.length !== node.args.length || node.keywords.length > 0) return false;
    if (!positional.every((p, i) => !p.default && isOwn(node.args[i], p))) return false;
    if (!isOwn(node.starargs, vararg) || (node.kwargs !== null && !isOwn(node.kwargs, kwarg))) return false;
    const wrapped = node.func.kind === "Name" ? module.bindings.symbols.get(node.func) : undefined;
    if (!wrapped?.isParameter || wrapped.writes.length > 1 || wrapped.scope === fn.scope) return false;
    fn.forwards = wrapped;
    fn.called = true;
    for (const e of [node.starargs, node.kwargs]) if (e) this.inf.facts.passedOn.add(e);
    return true;
  }

  /** What a wrapper passes back from the function that it wraps: that function's own, call by call. */
  passesBack(node: py.Expression, seen: readonly PySymbol[] = []): boolean {
    if (node.kind === "Call") return this.inf.fn?.forwards !== null && this.forwardsArguments(node);
    const symbol = node.kind === "Name" ? this.inf.module.bindings.symbols.get(node) : undefined;
    return (
      symbol !== undefined &&
      // `last = current; current = last` is made of no call.
      !seen.includes(symbol) &&
      symbol.scope === this.inf.fn?.scope &&
      symbol.writes.length > 0 &&
      symbol.writes.every(({ place: { block, index } }) => {
        const statement = block.body[index];
        return (
          statement?.kind === "Assign" &&
          statement.targets.length === 1 &&
          statement.targets[0]?.kind === "Name" &&
          this.passesBack(statement.value, [...seen, symbol])
        );
      })
    );
  }

  /** An argument beyond the parameters that have names becomes an item of `*args`, at this place (0 the first), or, null, at any. */
  private collect(fn: FunctionInfo, type: Type, place: number | null): void {
    const { vararg } = fn.node.params;
    const cell = vararg && fn.passed(vararg);
    if (!cell) return;
    if (place !== null) {
      while (fn.extras.length <= place) fn.extras.push(new Cell(this.inf.clock));
      fn.extras[place]!.grow(type);
    } else if (!fn.openExtras) {
      fn.openExtras = true;
      this.inf.clock.ticks++;
    }
    // It is of the parameter's place: of the call's it would be now and then what the call itself makes next.
    if (cell.type.k === "never") this.inf.clock.at(vararg, () => cell.grow(sequenceOf(this.inf.clock, type)));
    for (const m of members(cell.type)) if (m.k === "sequence") m.elem.grow(type);
  }

  /** A keyword that is no parameter's name becomes an item of `**kwargs`. */
  private collectKeyword(fn: FunctionInfo, name: string, type: Type): void {
    fn.keyword(name).grow(type);
    fn.keywordDict.value.grow(type);
  }

  /** Some call passes keywords that are not named where it stands. */
  private openKeywords(fn: FunctionInfo): void {
    if (fn.openKeywords) return;
    fn.openKeywords = true;
    this.inf.clock.ticks++;
  }

  /** `g(**kwargs)` with the keywords that the function was given itself, to another `**kwargs`: those that are no parameter's name. */
  private handKeywordsOn(source: FunctionInfo, callee: FunctionInfo, left: readonly py.Parameter[]): void {
    for (const [name, { type }] of source.keywords)
      if (!left.some(({ target }) => target.kind === "Name" && target.id === name))
        this.collectKeyword(callee, name, type);
  }

  /** `g(**kwargs)` with the keywords that the function was given itself. */
  private forwardKeywords(node: py.Expression, callee: FunctionInfo, left: readonly py.Parameter[]): void {
    const { fn } = this.inf;
    const kwarg = fn?.node.params.kwarg;
    if (!fn || node.kind !== "Name" || kwarg?.target.kind !== "Name" || kwarg.target.id !== node.id) return;
    for (const p of left) {
      if (p.target.kind !== "Name") continue;
      const cell = callee.passed(p);
      const given = fn.keywords.get(p.target.id);
      if (given) cell?.grow(given.type);
      // Not every caller passes every keyword.
      this.useDefault(callee, p);
    }
  }

  /** Notes that the body being read makes an object, of which Python calls special methods by itself from there on: in `len()`, `print`. */
  made(cls: ClassInfo): void {
    for (const { methods } of cls.lineage)
      for (const [name, { fn }] of methods)
        if (name !== "__init__" && (isSpecial(name) || name === "next")) this.mayCall(fn);
  }

  /** Notes that the body being read calls a function. */
  private called(fn: FunctionInfo): void {
    fn.called = true;
    this.mayCall(fn);
  }

  private mayCall(fn: FunctionInfo): void {
    const { inf } = this;
    inf.fn?.calls.add(fn);
    if (!inf.env || (!inf.fn && inf.module !== fn.module)) return;
    // What the body around the call has not set by now is not there: of a function, what inner functions read.
    const caller = inf.fn?.scope ?? inf.module.bindings.module;
    for (const [symbol, type] of inf.env)
      if (symbol.scope === caller && (!inf.fn || symbol.captured) && has(type, "unset")) fn.unset.add(symbol);
  }
}
