import type { ComprehensionNode } from "../python/comprehension.ts";
import { allParameters } from "../python/parameters.ts";
import { targetNames } from "../python/targets.ts";
import type * as py from "../python/ast.ts";
import { isDoneWith } from "./consumed.ts";
import { isReadAfter } from "./comprehension-leak.ts";
import { namesTaken, type NamesTaken, spelledOut } from "./spelled-names.ts";
import { type BindingNode, type Place, PySymbol, Scope, type ScopeNode } from "./scope.ts";
import { childExpressions } from "./child-expressions.ts";

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
  /** What a `from m import *` of the program's own module binds, as if each name had been written out. */
  readonly starAliases: ReadonlyMap<py.ImportFrom, readonly py.Alias[]>;
}

/** The names that `from m import *` binds; null where `m` is none of the program's or does not tell. */
export type StarNames = (node: py.ImportFrom) => readonly string[] | null;

/** What an import statement binds, a star of the program's own module written out; what is left as `*` cannot be told. */
export const importedAliases = (bindings: Bindings, node: py.ImportFrom): readonly py.Alias[] =>
  bindings.starAliases.get(node) ?? node.names;

interface Pending {
  readonly node: py.Name;
  readonly scope: Scope;
  readonly place: Place;
  readonly write: boolean;
}

/**
 * Finds scopes and symbols in one pass, then resolves names, since Python decides what is local from the whole function.
 * Comprehension targets get a scope of their own. That Python 2 leaves those of a list comprehension behind is seen where something reads
 * them afterwards: then they are variables of the scope around.
 */
export function bindModule(module: py.Module, starNames: StarNames = () => null): Bindings {
  const binder = new Binder(module, starNames);
  binder.run();
  return binder;
}

class Binder implements Bindings {
  readonly module: Scope;
  readonly scopes = new Map<ScopeNode, Scope>();
  readonly symbols = new Map<BindingNode, PySymbol>();
  readonly scopeOf = new Map<py.Name, Scope>();
  readonly generators = new Set<py.FunctionDef | py.Lambda>();
  readonly starAliases = new Map<py.ImportFrom, readonly py.Alias[]>();
  readonly spelledOut = new Map<py.Expression, py.Dict>();
  private readonly formats: { taken: NamesTaken; scope: Scope; place: Place }[] = [];
  private readonly pending: Pending[] = [];
  private readonly bound: { node: BindingNode; scope: Scope; name: string; place: Place }[] = [];
  private readonly lists: { node: py.ListComp; scope: Scope; place: Place }[] = [];
  /** Generator expressions by the call that they are the first argument of. */
  private readonly given = new Map<py.Expression, py.Call>();
  private readonly root: py.Module;
  private readonly starNames: StarNames;

  constructor(root: py.Module, starNames: StarNames) {
    this.root = root;
    this.starNames = starNames;
    this.module = new Scope(root, null);
    this.scopes.set(root, this.module);
  }

  run(): void {
    this.block(this.root, this.module, null, false);
    for (const { node, scope, name, place } of this.bound) this.record(node, scope, name, place);
    for (const { node, scope, place } of this.lists) this.leave(node, scope, place);
    for (const { taken, scope, place } of this.formats) this.spellOut(taken, scope, place);
    for (const scope of this.scopes.values()) this.delay(scope);
    for (const { node, scope, place, write } of this.pending) {
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
    for (const scope of this.scopes.values()) for (const name of scope.globals) hide(name, scope);
    for (const symbol of new Set(this.symbols.values())) {
      symbol.occurrences.sort((a, b) => a.node.start - b.node.start);
    }
  }

  /** Marks what does not run where it stands: a generator expression, unless the call that it is given to goes through it at once. */
  private delay(scope: Scope): void {
    if (scope.node.kind !== "GeneratorExp") return;
    const call = this.given.get(scope.node);
    scope.isLate = !call || !isDoneWith(call, ({ id }) => !scope.lookup(id));
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
    for (const { value } of dict.items) this.expression(value, scope, place);
  }

  /** What a list comprehension's variables leave behind. */
  private leave(node: py.ListComp, scope: Scope, place: Place): void {
    let owner = scope.parent;
    while (owner?.node.kind === "ListComp") owner = owner.parent;
    // A class body is seen by nothing inside it.
    if (!owner || owner.isComprehension || owner.node.kind === "ClassDef" || owner !== place.scope) return;
    const around = owner;
    const isSeen = (name: string): boolean =>
      around.globals.has(name) || this.isReadInside(name, around) || isReadAfter(name, node, place, around);
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
    return this.pending.some(({ node, scope, write }) => {
      if (node.id !== name || write || scope.owner === owner) return false;
      let at: Scope | null = scope;
      const isHidden = (by: Scope): boolean => by.symbols.has(name) && by.node.kind !== "ListComp";
      while (at && at !== owner && !isHidden(at) && !at.globals.has(name)) at = at.parent;
      return at === owner || (at !== null && at.globals.has(name) && owner.parent === null);
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

  private bind(node: BindingNode, scope: Scope, name: string, place: Place): void {
    // Defined at once, so that `lookup` of any name in the scope sees it; recorded after `global` statements are known.
    if (!scope.globals.has(name)) scope.define(name);
    this.bound.push({ node, scope, name, place });
  }

  private block(block: py.Block | py.Module, scope: Scope, parent: Place | null, loop: boolean): void {
    block.body.forEach((statement, index) => this.statement(statement, { block, index, parent, loop, scope }));
  }

  private statement(node: py.Statement, place: Place): void {
    const { scope } = place;
    const read = (e: py.Expression | null): void => this.expression(e, scope, place);
    const inner = (block: py.Block | null, loop = false): void => {
      if (block) this.block(block, scope, place, loop);
    };
    switch (node.kind) {
      case "FunctionDef":
        node.decorators.forEach(read);
        this.defaults(node.params, scope, place);
        this.bind(node, scope, node.name, place);
        this.function(node, node.params, scope, place);
        break;
      case "ClassDef": {
        node.decorators.forEach(read);
        node.bases.forEach(read);
        this.bind(node, scope, node.name, place);
        const inside = this.open(node, scope);
        this.block(node.body, inside, place, false);
        break;
      }
      case "Return":
        read(node.value);
        break;
      case "Delete":
        for (const target of node.targets) {
          this.target(target, scope, place);
          if (target.kind === "Name") scope.define(target.id).deleted = true;
        }
        break;
      case "Assign":
        read(node.value);
        for (const target of node.targets) this.target(target, scope, place);
        break;
      case "AugAssign":
        read(node.target);
        read(node.value);
        if (node.target.kind === "Name") this.target(node.target, scope, place);
        break;
      case "AnnAssign":
        read(node.value);
        if (node.value) this.target(node.target, scope, place);
        break;
      case "Print":
        read(node.dest);
        node.values.forEach(read);
        break;
      case "For":
        read(node.iter);
        this.target(node.target, scope, place);
        inner(node.body, true);
        inner(node.orelse);
        break;
      case "While":
        // The test runs again at each round: what it reads belongs to the loop.
        read(node.test);
        inner(node.body, true);
        inner(node.orelse);
        break;
      case "If":
        read(node.test);
        inner(node.body);
        inner(node.orelse);
        break;
      case "With":
        for (const item of node.items) {
          read(item.context);
          if (item.target) this.target(item.target, scope, place);
        }
        inner(node.body);
        break;
      case "Raise":
        [node.type, node.inst, node.tback, node.cause].forEach(read);
        break;
      case "Try":
        inner(node.body);
        for (const handler of node.handlers) {
          read(handler.type);
          if (handler.target) this.target(handler.target, scope, place);
          inner(handler.body);
        }
        inner(node.orelse);
        inner(node.finalbody);
        break;
      case "Assert":
        read(node.test);
        read(node.msg);
        break;
      case "Import":
        for (const alias of node.names) this.bind(alias, scope, alias.asname ?? firstPart(alias.name), place);
        break;
      case "ImportFrom":
        for (const alias of node.names) {
          if (alias.name === "*") this.star(node, alias, scope, place);
          else this.bind(alias, scope, alias.asname ?? alias.name, place);
        }
        break;
      case "Exec":
        [node.body, node.globals, node.locals].forEach(read);
        break;
      case "Global":
        for (const name of node.names) {
          scope.globals.add(name);
          scope.symbols.delete(name);
          scope.module.define(name);
        }
        break;
      case "Expr":
        read(node.value);
        break;
      case "Nonlocal":
      case "Pass":
      case "Break":
      case "Continue":
      case "Invalid":
        break;
    }
  }

  private star(node: py.ImportFrom, star: py.Alias, scope: Scope, place: Place): void {
    const names = this.starNames(node);
    if (!names) {
      scope.starImports.push(node);
      return;
    }
    const aliases = names.map((name): py.Alias => ({ ...star, name, asname: null }));
    this.starAliases.set(node, aliases);
    for (const alias of aliases) this.bind(alias, scope, alias.name, place);
  }

  private target(node: py.Expression, scope: Scope, place: Place): void {
    switch (node.kind) {
      case "Name":
        this.name(node, scope, place, true);
        if (!scope.globals.has(node.id)) scope.define(node.id);
        break;
      case "Tuple":
      case "List":
        for (const elt of node.elts) this.target(elt, scope, place);
        break;
      case "Starred":
        this.target(node.value, scope, place);
        break;
      default:
        this.expression(node, scope, place);
    }
  }

  private name(node: py.Name, scope: Scope, place: Place, write: boolean): void {
    this.pending.push({ node, scope, place, write });
  }

  private open(node: ScopeNode, parent: Scope): Scope {
    const scope = new Scope(node, parent);
    this.scopes.set(node, scope);
    return scope;
  }

  private defaults(params: py.Parameters, scope: Scope, place: Place): void {
    for (const p of [...params.positional, ...params.kwonly]) this.expression(p.default, scope, place);
  }

  private function(node: py.FunctionDef | py.Lambda, params: py.Parameters, parent: Scope, place: Place): void {
    const scope = this.open(node, parent);
    const inside: Place =
      node.kind === "FunctionDef"
        ? { block: node.body, index: -1, parent: place, loop: false, scope }
        : { ...place, scope };
    for (const p of allParameters(params)) {
      if (p.target.kind === "Name") {
        this.bind(p, scope, p.target.id, inside);
        scope.define(p.target.id).isParameter = true;
      } else {
        this.target(p.target, scope, inside);
        for (const name of targetNames(p.target)) scope.define(name).isParameter = true;
      }
    }
    if (node.kind === "FunctionDef") this.block(node.body, scope, place, false);
    else this.expression(node.body, scope, inside);
  }

  private comprehension(node: ComprehensionNode, scope: Scope, place: Place): void {
    const inside = this.open(node, scope);
    if (node.kind === "ListComp") this.lists.push({ node, scope: inside, place });
    node.generators.forEach((generator, i) => {
      this.expression(generator.iter, i === 0 ? scope : inside, place);
      this.target(generator.target, inside, place);
      for (const test of generator.ifs) this.expression(test, inside, place);
    });
    if (node.kind === "DictComp") {
      this.expression(node.key, inside, place);
      this.expression(node.value, inside, place);
    } else this.expression(node.elt, inside, place);
  }

  private expression(node: py.Expression | null, scope: Scope, place: Place): void {
    const work: py.Expression[] = node ? [node] : [];
    while (work.length > 0) {
      const e = work.pop();
      if (!e) break;
      const taken = namesTaken(e);
      if (taken) this.formats.push({ taken, scope, place });
      if (e.kind === "Call" && e.args[0]) this.given.set(e.args[0], e);
      switch (e.kind) {
        case "Name":
          this.name(e, scope, place, false);
          break;
        case "Lambda":
          this.defaults(e.params, scope, place);
          this.function(e, e.params, scope, place);
          break;
        case "ListComp":
        case "SetComp":
        case "GeneratorExp":
        case "DictComp":
          this.comprehension(e, scope, place);
          break;
        case "Yield":
          if (e.value) work.push(e.value);
          this.markGenerator(scope);
          break;
        default:
          for (const child of childExpressions(e)) work.push(child);
      }
    }
  }

  private markGenerator(scope: Scope): void {
    const { node } = scope.owner;
    if (node.kind === "FunctionDef" || node.kind === "Lambda") this.generators.add(node);
  }
}

const firstPart = (dotted: string): string => dotted.split(".")[0] ?? dotted;

/** `global name` in a function inside one that has the name for itself: in TypeScript it is that one that is assigned. */
function hide(name: string, scope: Scope): void {
  for (let around = scope.parent; around?.parent; around = around.parent) {
    const hidden = around.node.kind === "ClassDef" ? undefined : around.symbols.get(name);
    if (hidden) hidden.writtenElsewhere = true;
  }
}
