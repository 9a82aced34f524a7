import type * as py from "../python/ast.ts";
import { type ComprehensionNode, isComprehension } from "../python/comprehension.ts";

/** A place in the statement structure: statement `index` of `block`, inside the statement at `parent`. */
export interface Place {
  readonly block: py.Block | py.Module;
  readonly index: number;
  readonly parent: Place | null;
  /** The block is the body of a loop. */
  readonly loop: boolean;
  /** The scope whose code this is. */
  readonly scope: Scope;
}

/** One appearance of a symbol in the text. */
export interface Occurrence {
  readonly place: Place;
  readonly write: boolean;
  /** The node that names it: a `Name`, or the statement or alias that binds it. */
  readonly node: BindingNode;
  /** The name stands inside a comprehension or lambda of its scope. */
  readonly nested: boolean;
}

export type BindingNode = py.Name | py.FunctionDef | py.ClassDef | py.Alias | py.Parameter;

/** A Python variable: one per name and scope. */
export class PySymbol {
  readonly name: string;
  readonly scope: Scope;
  readonly occurrences: Occurrence[] = [];
  /** Read or written from an inner function. */
  captured = false;
  /** Assigned in an inner scope through `global`. */
  writtenElsewhere = false;
  /** A function says `global name`: Python looks the variable up as a global then, in the module's own body too. */
  declaredGlobal = false;
  /** `del name` stands somewhere. */
  deleted = false;
  isParameter = false;

  constructor(name: string, scope: Scope) {
    this.name = name;
    this.scope = scope;
  }

  get writes(): readonly Occurrence[] {
    return this.occurrences.filter((o) => o.write);
  }
}

export type ScopeNode = py.Module | py.FunctionDef | py.ClassDef | py.Lambda | ComprehensionNode;

/** A namespace. Comprehensions have their own; what Python 2 leaves of a list comprehension's is seen by `isReadAfter`. */
export class Scope {
  readonly node: ScopeNode;
  readonly parent: Scope | null;
  readonly symbols = new Map<string, PySymbol>();
  readonly globals = new Set<string>();
  /** Modules named by `from m import *` in this scope. */
  readonly starImports: py.ImportFrom[] = [];
  /** The body of a generator expression that may run after what follows it. */
  isLate = false;

  constructor(node: ScopeNode, parent: Scope | null) {
    this.node = node;
    this.parent = parent;
  }

  get isFunction(): boolean {
    return this.node.kind === "FunctionDef" || this.node.kind === "Lambda";
  }

  get isComprehension(): boolean {
    return isComprehension(this.node);
  }

  /** The nearest scope that is a function, class or module. */
  get owner(): Scope {
    let scope: Scope = this;
    while (scope.isComprehension && scope.parent) scope = scope.parent;
    return scope;
  }

  /** What is read here of an outer scope may have another value by then than where this stands. */
  runsLaterThan(outer: Scope): boolean {
    for (let scope: Scope | null = this; scope && scope !== outer; scope = scope.parent) if (scope.isLate) return true;
    return false;
  }

  get module(): Scope {
    let scope: Scope = this;
    while (scope.parent) scope = scope.parent;
    return scope;
  }

  define(name: string): PySymbol {
    let symbol = this.symbols.get(name);
    if (!symbol) this.symbols.set(name, (symbol = new PySymbol(name, this)));
    return symbol;
  }

  /** The symbol a name means when read here, by Python's rules: class bodies are not seen from inner functions. */
  lookup(name: string): PySymbol | null {
    if (this.globals.has(name)) return this.module.symbols.get(name) ?? null;
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      if (scope !== this && scope.node.kind === "ClassDef" && !(this.isComprehension && this.owner === scope)) continue;
      if (scope !== this && scope.globals.has(name)) return scope.module.symbols.get(name) ?? null;
      const symbol = scope.symbols.get(name);
      if (symbol) return symbol;
    }
    return null;
  }
}
