import { NameCollector, type StarNames } from "./collect-names.ts";
import { targetNames } from "../python/targets.ts";
import type * as py from "../python/ast.ts";
import { isDoneWith } from "./consumed.ts";
import { isReadAfter } from "./comprehension-leak.ts";
import { type NamesTaken, spelledOut } from "./spelled-names.ts";
import { type BindingNode, type Place, PySymbol, Scope, type ScopeNode } from "./scope.ts";

/** Every name of one module, resolved. */
export interface Bindings {
  readonly module: Scope;
  readonly scopes: ReadonlyMap<ScopeNode, Scope>;
  /** The symbol that a name or a binding statement means; absent for built-ins and star-imported names. */
  readonly symbols: ReadonlyMap<BindingNode, PySymbol>;
  /** The scope that each name is read in. */
  readonly scopeOf: ReadonlyMap<py.Name, Scope>;
  /** Functions whose own body has `yield`. */
  readonly generators: ReadonlySet<py.FunctionDef | py.Lambda>;
  /** What a format takes of `locals()`, `vars()` or `globals()`, as if the dict had been written out. */
  readonly spelledOut: ReadonlyMap<py.Expression, py.Dict>;
  /** List comprehensions in a class body whose variable the body reads after them. */
  readonly readInClass: ReadonlySet<py.ListComp>;
  /** What a `from m import *` of the program's own module binds, as if each name had been written out. */
  readonly starAliases: ReadonlyMap<py.ImportFrom, readonly py.Alias[]>;
}

/** What an import statement binds, a star of the program's own module written out; what is left as `*` cannot be told. */
export const importedAliases = (bindings: Bindings, node: py.ImportFrom): readonly py.Alias[] =>
  bindings.starAliases.get(node) ?? node.names;

/**
 * Finds scopes and symbols in one pass, then resolves names, since Python decides what is local from the whole function.
 * Comprehension targets get a scope of their own. That Python 2 leaves those of a list comprehension behind is seen where something reads
 * them afterwards: then they are variables of the scope around.
 *
 * @param ownMethods the names of methods that classes of the program have.
 */
export function bindModule(
  module: py.Module,
  starNames: StarNames = () => null,
  ownMethods: ReadonlySet<string> = new Set(),
): Bindings {
  const binder = new Binder(new NameCollector(module, starNames), ownMethods);
  binder.run();
  return binder;
}

class Binder implements Bindings {
  readonly module: Scope;
  readonly scopes: ReadonlyMap<ScopeNode, Scope>;
  readonly symbols = new Map<BindingNode, PySymbol>();
  readonly scopeOf = new Map<py.Name, Scope>();
  readonly generators: ReadonlySet<py.FunctionDef | py.Lambda>;
  readonly starAliases: ReadonlyMap<py.ImportFrom, readonly py.Alias[]>;
  readonly spelledOut = new Map<py.Expression, py.Dict>();
  readonly readInClass = new Set<py.ListComp>();
  private readonly collected: NameCollector;
  private readonly ownMethods: ReadonlySet<string>;

  constructor(collected: NameCollector, ownMethods: ReadonlySet<string>) {
    this.collected = collected;
    this.ownMethods = ownMethods;
    this.module = collected.module;
    this.scopes = collected.scopes;
    this.generators = collected.generators;
    this.starAliases = collected.starAliases;
  }

  run(): void {
    const { bound, lists, formats, pending } = this.collected;
    for (const { node, scope, name, place } of bound) this.record(node, scope, name, place);
    for (const { node, scope, place } of lists) this.leave(node, scope, place);
    for (const { taken, scope, place } of formats) this.spellOut(taken, scope, place);
    for (const scope of this.scopes.values()) this.delay(scope);
    for (const { node, scope, place, write } of pending) {
      const symbol = scope.lookup(node.id);
      this.scopeOf.set(node, scope);
      if (!symbol) continue;
      this.symbols.set(node, symbol);
      symbol.occurrences.push({ place, write, node, nested: scope !== place.scope });
      if (scope.owner !== symbol.scope.owner) {
        symbol.captured = true;
        if (write) symbol.writtenElsewhere = true;
      } else if (scope.runsLaterThan(symbol.scope)) symbol.captured = true;
    }
    for (const scope of this.scopes.values())
      for (const name of scope.globals) {
        const symbol = scope.module.symbols.get(name);
        if (symbol) symbol.declaredGlobal = true;
        hide(name, scope);
      }
    for (const symbol of new Set(this.symbols.values())) {
      symbol.occurrences.sort((a, b) => a.node.start - b.node.start);
    }
  }

  /** Marks what does not run where it stands: a generator expression, unless the call that it is given to goes through it at once. */
  private delay(scope: Scope): void {
    if (scope.node.kind !== "GeneratorExp") return;
    const call = this.collected.given.get(scope.node);
    scope.isLate = !call || !isDoneWith(call, ({ id }) => !scope.lookup(id), this.ownMethods);
  }

  /** Where all the names are variables of the scope that is meant, and of no other. */
  private spellOut(taken: NamesTaken, scope: Scope, place: Place): void {
    const owner = taken.of === "module" ? scope.module : scope;
    const isOwn = (name: string): boolean => scope.lookup(name)?.scope === owner;
    const { func } = taken.call;
    if (scope.isComprehension || scope.node.kind === "ClassDef" || !taken.names.every(isOwn)) return;
    if (func.kind === "Name" && scope.lookup(func.id)) return;
    const dict = spelledOut(taken);
    this.spelledOut.set(taken.call, dict);
    for (const { value } of dict.items) this.collected.expression(value, scope, place);
  }

  /** What a list comprehension's variables leave behind. */
  private leave(node: py.ListComp, scope: Scope, place: Place): void {
    let owner = scope.parent;
    while (owner?.node.kind === "ListComp") owner = owner.parent;
    if (!owner || owner.isComprehension || owner !== place.scope) return;
    if (owner.node.kind === "ClassDef") {
      // The body is seen by nothing inside it.
      const names = node.generators.flatMap(({ target }) => targetNames(target));
      if (names.some((name) => isReadAfter(name, node, place, owner!))) this.readInClass.add(node);
      return;
    }
    const around = owner;
    const isSeen = (name: string): boolean =>
      around.globals.has(name) ||
      this.isReadInside(name, around) ||
      isReadAfter(name, node, place, around) ||
      (around.isFunction && this.isReadBefore(name, around, node));
    for (const { target } of node.generators) {
      // A target is stored as a whole.
      if (!targetNames(target).some(isSeen)) continue;
      for (const name of targetNames(target)) {
        scope.symbols.delete(name);
        if (!around.globals.has(name)) around.define(name);
      }
    }
  }

  /** A function inside reads the variable, at whatever time. */
  private isReadInside(name: string, owner: Scope): boolean {
    return this.collected.pending.some(({ node, scope, write }) => {
      if (node.id !== name || write || scope.owner === owner) return false;
      let at: Scope | null = scope;
      const isHidden = (by: Scope): boolean => by.symbols.has(name) && by.node.kind !== "ListComp";
      while (at && at !== owner && !isHidden(at) && !at.globals.has(name)) at = at.parent;
      return at === owner || (at !== null && at.globals.has(name) && owner.parent === null);
    });
  }

  /** The function reads the variable further up: it is its own there too, and not set, whatever is called so outside. */
  private isReadBefore(name: string, owner: Scope, list: py.ListComp): boolean {
    return this.collected.pending.some(({ node, scope, write }) => {
      if (node.id !== name || write || node.start >= list.start) return false;
      let at: Scope | null = scope;
      while (at && at !== owner && at.isComprehension && !at.symbols.has(name)) at = at.parent;
      return at === owner;
    });
  }

  private record(node: BindingNode, scope: Scope, name: string, place: Place): void {
    const symbol = scope.globals.has(name) ? scope.module.define(name) : scope.define(name);
    this.symbols.set(node, symbol);
    symbol.occurrences.push({ place, write: true, node, nested: false });
    if (scope.owner !== symbol.scope) {
      symbol.captured = true;
      symbol.writtenElsewhere = true;
    }
  }
}

/** `global name` in a function inside one that has the name for itself: in TypeScript it is that one that is assigned. */
function hide(name: string, scope: Scope): void {
  for (let around = scope.parent; around?.parent; around = around.parent) {
    const hidden = around.node.kind === "ClassDef" ? undefined : around.symbols.get(name);
    if (hidden) hidden.writtenElsewhere = true;
  }
}
