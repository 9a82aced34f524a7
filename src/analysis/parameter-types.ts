import { allParameters } from "../python/parameters.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Cell } from "./cells.ts";
import type { FunctionInfo } from "./entities.ts";
import type { Inference } from "./infer.ts";
import { members } from "./join.ts";
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
    if (node.kind === "Name") {
      const symbol = this.inf.module.bindings.symbols.get(node);
      if (symbol) this.suggest(symbol, type);
    } else if (node.kind === "Attribute") {
      for (const m of members(this.inf.facts.typeOf(node.value))) {
        const cell = m.k === "instance" ? m.cls.findAttribute(node.attr) : null;
        for (const symbol of (cell && this.sources.get(cell.root)) ?? []) this.suggest(symbol, type);
      }
    }
  }

  private suggest(symbol: PySymbol, type: Type): void {
    if (symbol.isParameter && !this.hints.has(symbol)) this.hints.set(symbol, type);
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
        const type =
          this.implicitType(fn, symbol) ??
          this.hints.get(symbol) ??
          this.replacement(symbol) ??
          (last ? unknown : null);
        if (!type) continue;
        cell.grow(type);
        if (defaultsToNone(fn, symbol)) cell.grow(none);
        if (!this.implicitType(fn, symbol) || comparing.has(fn.name)) fn.assumed.add(symbol);
        seeded = true;
      }
    }
    return seeded;
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
