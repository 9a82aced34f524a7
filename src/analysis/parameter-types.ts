import { allParameters } from "../python/parameters.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Cell } from "./cells.ts";
import type { FunctionInfo } from "./entities.ts";
import type { Inference } from "./infer.ts";
import { members } from "./join.ts";
import { type AskedOfParameter, ParameterTests } from "./parameter-tests.ts";
import { has, without } from "./kinds.ts";
import { comparing } from "./special-methods.ts";
import { none, sequenceOf, type Type, unknown } from "./types.ts";

/** The types of parameters that no call of the program passes: from what they are, from what their uses suggest, or none known. */
export class ParameterTypes {
  private readonly inf: Inference;
  /** Types that uses suggest. */
  private readonly hints = new Map<PySymbol, Type>();
  /** Parameters that an attribute is set from. */
  private readonly sources = new Map<Cell, Set<PySymbol>>();
  private readonly tests = new ParameterTests();

  constructor(inf: Inference) {
    this.inf = inf;
  }

  /** What uses have suggested so far. */
  suggestion(symbol: PySymbol): Type | null {
    return this.hints.get(symbol) ?? null;
  }

  /** A use that suggests a type for a parameter, or for the parameters that an attribute is set from. */
  hint(node: py.Expression, type: Type): void {
    if (type.k === "unknown" || type.k === "never") return;
    for (const symbol of this.behind(node)) this.suggest(symbol, type);
  }

  /** A test of the type of a parameter. */
  ask(node: py.Expression, asked: AskedOfParameter): void {
    for (const symbol of this.behind(node)) this.tests.note(symbol, asked);
  }

  /** An argument goes to a parameter: what is asked of this one is asked of those that the argument comes from. */
  handOn(arg: py.Expression, to: PySymbol): void {
    for (const symbol of this.behind(arg)) this.tests.handOn(symbol, to);
  }

  /** The parameters that an expression reads, itself or by the attribute that is set from them. */
  private behind(node: py.Expression): readonly PySymbol[] {
    if (node.kind === "Name") {
      const symbol = this.inf.module.bindings.symbols.get(node);
      return symbol?.isParameter ? [symbol] : [];
    }
    if (node.kind !== "Attribute") return [];
    return members(this.inf.facts.typeOf(node.value)).flatMap((m) => {
      const cell = m.k === "instance" ? m.cls.findAttribute(node.attr) : null;
      return [...((cell && this.sources.get(cell.root)) ?? [])];
    });
  }

  private suggest(symbol: PySymbol, type: Type): void {
    if (!this.hints.has(symbol)) this.hints.set(symbol, type);
  }

  /** `self.attr = parameter`: what is learned of the attribute is learned of the parameter. */
  link(cell: Cell, value: py.Expression | null): void {
    const symbol = value?.kind === "Name" ? this.inf.module.bindings.symbols.get(value) : undefined;
    if (!symbol?.isParameter) return;
    const known = this.sources.get(cell.root);
    if (known) known.add(symbol);
    else this.sources.set(cell.root, new Set([symbol]));
  }

  /** Gives parameters without a caller the types that their uses suggest, or, `last`, none known. True when one was given. */
  seed(last: boolean): boolean {
    let seeded = false;
    for (const fn of this.inf.facts.functions.values()) {
      for (const cell of fn.tuples.values()) {
        if (!last || cell.type.k !== "never") continue;
        cell.grow(unknown);
        seeded = true;
      }
      for (const [symbol, cell] of fn.params) {
        if (cell.type.k !== "never") continue;
        const implicit = this.implicitType(fn, symbol);
        const suggested = this.hints.get(symbol) ?? this.replacement(symbol);
        const type =
          implicit ?? (suggested ? this.tests.widened(symbol, suggested, this.inf.clock) : last ? unknown : null);
        if (!type) continue;
        cell.grow(type);
        if (defaultsToNone(fn, symbol)) cell.grow(none);
        if (!implicit || comparing.has(fn.name)) fn.assumed.add(symbol);
        seeded = true;
      }
    }
    return seeded;
  }

  /** Says which parameters, and which attributes set from them, have a type that is only suggested. */
  markGuessed(): void {
    const { facts } = this.inf;
    for (const fn of facts.functions.values())
      for (const symbol of fn.assumed) for (const at of this.tests.reachedFrom(symbol)) facts.guessed.add(at);
    for (const [cell, symbols] of this.sources)
      if ([...symbols].some((symbol) => facts.guessed.has(symbol))) facts.guessed.add(cell);
  }

  /** What the body gives a parameter that was left out: `if x is None: x = []`. */
  private replacement(symbol: PySymbol): Type | null {
    const type = without(this.inf.facts.variable(symbol).type, "none", "unset");
    return symbol.writes.length > 1 && type.k !== "never" && !has(type, "unknown", "poison") ? type : null;
  }

  /** `self`, `cls`, `*args` and `**kwargs` have their types from what they are. */
  private implicitType(fn: FunctionInfo, symbol: PySymbol): Type | null {
    const { params } = fn.node;
    if (params.vararg?.target.kind === "Name" && params.vararg.target.id === symbol.name)
      return sequenceOf(this.inf.clock, unknown);
    if (params.kwarg?.target.kind === "Name" && params.kwarg.target.id === symbol.name) return fn.keywordDict;
    const [first, second] = params.positional;
    if (fn.owner && comparing.has(fn.name) && second?.target.kind === "Name" && second.target.id === symbol.name)
      return { k: "instance", cls: fn.owner };
    if (fn.owner && fn.binding !== "static" && first?.target.kind === "Name" && first.target.id === symbol.name) {
      return fn.binding === "class" ? { k: "class", cls: fn.owner } : { k: "instance", cls: fn.owner };
    }
    return null;
  }
}

function defaultsToNone(fn: FunctionInfo, symbol: PySymbol): boolean {
  const p = allParameters(fn.node.params).find(({ target }) => target.kind === "Name" && target.id === symbol.name);
  return p?.default?.kind === "Name" && p.default.id === "None";
}
