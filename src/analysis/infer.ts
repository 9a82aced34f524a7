import { markInitialisedInTurn } from "./init-order.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import { resolveModule } from "../program/resolve-module.ts";
import type { PySymbol, Scope } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { builtInBases } from "../library/built-in-bases.ts";
import { library } from "../library/index.ts";
import { calledByLibrary, hasCounterpart } from "./class-support.ts";
import { allParameters } from "../python/parameters.ts";
import { ClassInfo, FunctionInfo } from "./entities.ts";
import { type Environment, Junction, merge } from "./environment.ts";
import { Facts, type Origin } from "./facts.ts";
import { markUnsetReads } from "./unset-reads.ts";
import { AttributeStores } from "./attribute-stores.ts";
import { type Growth, integerGrowth } from "./growth.ts";
import { ExpressionInference } from "./infer-expression.ts";
import { shareResults } from "./shared-results.ts";
import { FlowInference } from "./infer-flow.ts";
import { StatementInference } from "./infer-statement.ts";
import { SureReads } from "./sure-reads.ts";
import { TargetInference } from "./infer-target.ts";
import { ParameterTypes } from "./parameter-types.ts";
import { type FuncType, innermost, none, poison, type Type, unknown, unset } from "./types.ts";
import { Clock } from "./cells.ts";
import { has } from "./kinds.ts";
import { members } from "./join.ts";

/** Rounds that real programs do without, by far: types that still grow then may have no end. */
const ROUNDS_BEFORE_WIDENING = 30;
const MAX_ROUNDS = 60;
const MAX_SEEDINGS = 6;

/**
 * Infers types over a whole program: an abstract interpretation of each body, flow-sensitive for its own variables, repeated until
 * nothing grows. Parameters take the types of the program's own calls; a function that nobody calls gets them from how it uses them,
 * which is reported as an assumption.
 */
export function inferTypes(program: Program): Facts {
  return new Inference(program).run();
}

/** The state of one inference; statement and expression rules work on it. */
export class Inference {
  readonly program: Program;
  readonly facts: Facts;
  readonly clock = new Clock();
  readonly expressions: ExpressionInference;
  readonly statements: StatementInference;
  readonly flow: FlowInference;
  readonly targets: TargetInference;
  readonly parameters: ParameterTypes;
  /** The body being read. */
  module: ProgramModule;
  fn: FunctionInfo | null = null;
  cls: ClassInfo | null = null;
  scope: Scope;
  env: Environment = null;
  /** Where an exception raised here would be caught, innermost last. */
  readonly handlers: Junction[] = [];
  private readonly moduleScopes = new Map<Scope, ProgramModule>();
  readonly sure: SureReads;
  private readonly stores: AttributeStores;
  private readonly growths = new Map<ProgramModule, Growth>();

  constructor(program: Program) {
    const [first] = program.modules;
    if (!first) throw new Error("a program has at least one module");
    this.program = program;
    this.stores = new AttributeStores(program);
    this.facts = new Facts(this.clock, this.stores);
    this.sure = new SureReads(program, this.facts);
    this.module = first;
    this.scope = first.bindings.module;
    this.expressions = new ExpressionInference(this);
    this.statements = new StatementInference(this);
    this.flow = new FlowInference(this);
    this.targets = new TargetInference(this);
    this.parameters = new ParameterTypes(this);
    for (const module of program.modules) this.moduleScopes.set(module.bindings.module, module);
  }

  run(): Facts {
    this.declare();
    for (let seeding = 0; ; seeding++) {
      this.fixpoint();
      if (seeding < MAX_SEEDINGS && this.parameters.seed(false)) continue;
      if (!this.parameters.seed(true)) break;
    }
    this.clock.settleBodies();
    this.clock.hasHeard = true;
    this.fixpoint();
    this.parameters.markGuessed();
    markUnsetReads(this.facts);
    this.clock.settled = true;
    return this.facts;
  }

  private fixpoint(): void {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const before = this.clock.ticks;
      this.clock.widens = round >= ROUNDS_BEFORE_WIDENING;
      this.facts.forgetTypes();
      for (const module of this.program.modules) this.readModule(module);
      this.callHooks();
      for (const fn of this.facts.functions.values()) this.readFunction(fn);
      shareResults(this.facts);
      if (this.sure.refute()) this.clock.ticks++;
      if (this.clock.ticks === before) return;
    }
    throw new Error("types did not settle");
  }

  /** Methods that the library calls get what it calls them with, once the modules have said what they give to it. */
  private callHooks(): void {
    for (const cls of this.facts.classes.values()) {
      for (const [name, { params, plain, ignored }] of Object.entries(calledByLibrary(cls))) {
        const method = cls.methods.get(name);
        const types = typeof params === "function" ? params(cls.given) : params;
        if (!method || !types) continue;
        this.module = cls.module;
        this.expressions.calls.invoke({ ...method, self: { k: "instance", cls } }, types);
        // What it gives is looked at: None too, where it just ends.
        if (method.fn.returnsNothing && plain !== true && ignored !== true) {
          method.fn.returnsValue = true;
          method.fn.returns.grow(none);
        }
      }
    }
  }

  /** Makes an entity for each function and class before any body is read. */
  private declare(): void {
    for (const module of this.program.modules) {
      for (const [node, scope] of module.bindings.scopes) {
        if (node.kind === "ClassDef") this.facts.classes.set(node, new ClassInfo(node, module, scope, this.clock));
      }
      for (const [node, scope] of module.bindings.scopes) {
        if (node.kind !== "FunctionDef" && node.kind !== "Lambda") continue;
        const owner =
          scope.parent?.node.kind === "ClassDef" ? (this.facts.classes.get(scope.parent.node) ?? null) : null;
        const isGenerator = module.bindings.generators.has(node);
        const fn = new FunctionInfo(node, module, scope, owner, isGenerator, this.clock);
        this.facts.functions.set(node, fn);
      }
    }
  }

  private readModule(module: ProgramModule): void {
    this.module = module;
    this.fn = null;
    this.cls = null;
    this.scope = module.bindings.module;
    this.env = this.initialEnvironment(this.scope);
    this.statements.block(module.tree);
  }

  private readFunction(fn: FunctionInfo): void {
    this.module = fn.module;
    this.fn = fn;
    this.cls = fn.owner;
    this.scope = fn.scope;
    this.env = this.initialEnvironment(fn.scope);
    for (const p of allParameters(fn.node.params)) {
      const dict =
        p === fn.node.params.kwarg && p.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
      if (dict) fn.params.get(dict)?.grow(fn.keywordDict);
      if (p.target.kind !== "Name") {
        const passed = fn.passed(p);
        if (p.default) passed?.grow(this.facts.typeOf(p.default));
        this.targets.assign(p.target, passed?.type ?? unknown);
        continue;
      }
      const symbol = fn.scope.symbols.get(p.target.id);
      const cell = symbol && fn.params.get(symbol);
      if (!symbol || !cell) continue;
      // A default that no call of the program leaves to be used says nothing of what the parameter holds.
      // With no caller at all, None says only that something else may be left out.
      if (p.default) {
        const fallback = this.facts.typeOf(p.default);
        if (fn.called ? fn.leftOut.has(p) || isAlike(fallback, cell.type) : fallback.k !== "none") cell.grow(fallback);
      }
      this.setVariable(symbol, cell.type);
    }
    if (fn.node.kind === "Lambda") {
      fn.returns.grow(this.expressions.eval(fn.node.body));
      fn.returnsValue = true;
      return;
    }
    this.statements.block(fn.node.body);
    if (this.env) fn.returnsNothing = true;
  }

  /** Reads a class body, in place. */
  readClass(node: py.ClassDef): ClassInfo | null {
    const cls = this.facts.classes.get(node);
    if (!cls) return null;
    cls.bases = node.bases.map((base) => {
      const named = this.expressions.eval(base);
      const type: Type =
        named.k === "libfn" && builtInBases.has(named.name) ? { k: "libclass", name: named.name } : named;
      return hasCounterpart(type) ? type : poison;
    });
    const { lineage } = cls;
    if (cls.bases.length > 1)
      for (const base of lineage) for (const name of cls.libraryBases) base.besideLibrary.add(name);
    if (cls.isMixed) for (const base of lineage) for (const other of lineage) base.mixedWith.add(other);
    const outer = { scope: this.scope, cls: this.cls };
    this.scope = cls.scope;
    this.cls = cls;
    for (const symbol of cls.scope.symbols.values()) this.env?.set(symbol, unset);
    this.statements.block(node.body);
    for (const [name, symbol] of cls.scope.symbols) {
      const { type } = this.facts.variable(symbol);
      const last = this.env?.get(symbol);
      if (last?.k === "property") cls.properties.set(name, last);
      else if (
        type.k === "func" &&
        isMethodOf(type, cls, name) &&
        (innermost(type).fn.name === name || name !== "__init__")
      ) {
        cls.methods.set(name, type);
        // What a decorator gives was not known before.
        cls.classAttributes.delete(name);
      } else {
        cls.classAttributes.add(name);
        cls.attribute(name).grow(type);
      }
    }
    if (markInitialisedInTurn(cls)) this.clock.ticks++;
    this.scope = outer.scope;
    this.cls = outer.cls;
    return cls;
  }

  private initialEnvironment(scope: Scope): Map<PySymbol, Type> {
    const env = new Map<PySymbol, Type>();
    for (const symbol of scope.symbols.values()) env.set(symbol, unset);
    return env;
  }

  /** Whether a variable's value is followed from statement to statement: it belongs to the body being read and nobody else writes it. */
  isFollowed(symbol: PySymbol): boolean {
    if (symbol.writtenElsewhere) return false;
    // A class's body runs where it stands.
    let body: Scope | null = this.scope.owner;
    while (body && body !== symbol.scope.owner && body.node.kind === "ClassDef") body = body.parent?.owner ?? null;
    return body === symbol.scope.owner;
  }

  setVariable(symbol: PySymbol, type: Type): void {
    this.facts.variable(symbol).grow(type);
    this.follow(symbol, type);
  }

  /** `del name`. */
  unsetVariable(symbol: PySymbol): void {
    this.follow(symbol, unset);
  }

  /** From here on the variable holds the type, and wherever what follows raises. */
  private follow(symbol: PySymbol, type: Type): void {
    if (!this.env) return;
    this.env.set(symbol, type);
    for (const handler of this.handlers) handler.arrive(new Map([[symbol, type]]));
  }

  /** `module.name = value`, in another module: the variable changes where its own module does not see it. */
  setFromOutside(symbol: PySymbol, type: Type): void {
    const { facts } = this;
    facts.variable(symbol).grow(type);
    if (facts.setFromOutside.has(symbol)) return;
    facts.setFromOutside.add(symbol);
    symbol.writtenElsewhere = true;
    symbol.captured = true;
    this.clock.ticks++;
  }

  /** Runs `body` with what is thrown inside it collected. */
  catching(body: () => void): Junction {
    const junction = new Junction();
    junction.env = this.env && new Map(this.env);
    this.handlers.push(junction);
    body();
    this.handlers.pop();
    return junction;
  }

  /** Joins an environment into the current one. */
  reach(env: Environment): void {
    this.env = merge(this.env, env);
  }

  /** Where integers of the module being read leave the range of a number. */
  get growth(): Growth {
    let growth = this.growths.get(this.module);
    if (!growth) this.growths.set(this.module, (growth = integerGrowth(this.module, this.stores)));
    return growth;
  }

  functionType(node: py.FunctionDef | py.Lambda): FuncType | null {
    const fn = this.facts.functions.get(node);
    if (fn && this.env) {
      fn.maker = this.fn?.scope ?? this.module.bindings.module;
      for (const [symbol, type] of this.env)
        if (symbol.scope === fn.maker && has(type, "unset")) fn.madeBefore.add(symbol);
    }
    return fn ? { k: "func", fn, self: null, wraps: null } : null;
  }

  /** The type of a name imported from a module. */
  memberOfModule(
    from: string,
    level: number,
    name: string,
  ): { type: Type; local: ProgramModule | null; origin: Origin | null } {
    const local = resolveModule(this.program, this.module, from, level);
    if (!local) {
      const submodule = resolveModule(this.program, this.module, from === "" ? name : `${from}.${name}`, level);
      if (submodule) return { type: moduleType(submodule), local: submodule, origin: null };
      return { type: library.member(from, name, this.clock), local: null, origin: null };
    }
    const symbol = local.bindings.module.symbols.get(name);
    if (symbol) {
      this.facts.take(local, name);
      return { type: this.facts.variable(symbol).type, local, origin: { module: local, symbol } };
    }
    const submodule =
      resolveModule(this.program, local, name, 1) ?? this.program.byName.get(`${local.input.module}.${name}`);
    if (submodule) return { type: moduleType(submodule), local: submodule, origin: null };
    return { type: unknown, local, origin: null };
  }
}

export const moduleType = ({ input }: ProgramModule): Type => ({ k: "module", name: input.module, local: true });

/** A function of the class's body, or of a base's, or what decorators there have made of one. */
const isMethodOf = (type: FuncType, cls: ClassInfo, name: string): boolean =>
  innermost(type).fn.owner === cls ||
  isOfBase(type, cls) ||
  cls.node.body.body.some((s) => s.kind === "FunctionDef" && s.name === name && s.decorators.length > 0);

/** `labels = Control.labels`, which takes an object of the derived class as well as one of the base. */
const isOfBase = ({ fn, self, wraps }: FuncType, cls: ClassInfo): boolean =>
  wraps === null &&
  self === null &&
  fn.binding === "instance" &&
  fn.owner !== null &&
  cls.lineage.slice(1).includes(fn.owner);

/**
 * A default such as `{}` that is never used still has one type with the dicts that are passed, and one such as `time.time` is a function
 * that is called as those are.
 */
const isAlike = (fallback: Type, passed: Type): boolean =>
  fallback.k === "libfn"
    ? has(passed, "func", "libfn")
    : ["dict", "list", "set", "tuple"].includes(fallback.k) && members(passed).some((m) => m.k === fallback.k);
