import type { ComprehensionNode } from "../python/comprehension.ts";
import { allParameters } from "../python/parameters.ts";
import { targetNames } from "../python/targets.ts";
import type * as py from "../python/ast.ts";
import { namesTaken, type NamesTaken } from "./spelled-names.ts";
import { type BindingNode, type Place, Scope, type ScopeNode } from "./scope.ts";
import { childExpressions } from "./child-expressions.ts";

/** The names that `from m import *` binds; null where `m` is none of the program's or does not tell. */
export type StarNames = (node: py.ImportFrom) => readonly string[] | null;

/** A name to be resolved once all scopes are known, and where it stands. */
export interface Pending {
  readonly node: py.Name;
  readonly scope: Scope;
  readonly place: Place;
  readonly write: boolean;
}

/**
 * One pass over a module that finds its scopes, what each binds, and the names that are read in them. Whether a name that is bound is the
 * scope's own is known only behind the whole scope, where a `global` may still stand.
 */
export class NameCollector {
  readonly module: Scope;
  readonly scopes = new Map<ScopeNode, Scope>();
  readonly generators = new Set<py.FunctionDef | py.Lambda>();
  readonly starAliases = new Map<py.ImportFrom, readonly py.Alias[]>();
  /** Names, and what statements and parameters bind, in the order of the text. */
  readonly pending: Pending[] = [];
  readonly bound: {
    readonly node: BindingNode;
    readonly scope: Scope;
    readonly name: string;
    readonly place: Place;
  }[] = [];
  /** Formats that take names of `locals()` and its like. */
  readonly formats: { readonly taken: NamesTaken; readonly scope: Scope; readonly place: Place }[] = [];
  readonly lists: { readonly node: py.ListComp; readonly scope: Scope; readonly place: Place }[] = [];
  /** First arguments by their calls. */
  readonly given = new Map<py.Expression, py.Call>();
  private readonly starNames: StarNames;

  constructor(root: py.Module, starNames: StarNames) {
    this.starNames = starNames;
    this.module = new Scope(root, null);
    this.scopes.set(root, this.module);
    this.block(root, this.module, null, false);
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
          for (const name of targetNames(target)) scope.define(name).deleted = true;
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

  /** Collects the names of an expression that is evaluated in a scope. */
  expression(node: py.Expression | null, scope: Scope, place: Place): void {
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
