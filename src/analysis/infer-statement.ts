import { classAlternatives } from "./narrow.ts";
import { sliceClasses } from "./keyed-results.ts";
import type { FunctionInfo } from "./entities.ts";
import { targetParts } from "../python/targets.ts";
import type * as py from "../python/ast.ts";
import { importedAliases } from "../program/bind.ts";
import { unsupportedClass } from "./class-support.ts";
import type { Inference } from "./infer.ts";
import { importMember, importModule } from "./infer-import.ts";
import { NamedTupleClass, namedTupleCall } from "./named-tuple.ts";
import { none, poison, type Type, unknown } from "./types.ts";
import { givesBackFirst } from "./identity.ts";
import { members } from "./join.ts";
import { asText } from "./kinds.ts";
import { suites } from "../python/statement-parts.ts";
import { decidedTest } from "./decided-test.ts";
/** What each statement does to the environment. */
export class StatementInference {
  private readonly inf: Inference;

  constructor(inf: Inference) {
    this.inf = inf;
  }

  block(block: py.Block | py.Module): void {
    for (const statement of block.body) {
      if (!this.inf.env) break;
      this.statement(statement);
    }
  }

  private eval(node: py.Expression): Type {
    return this.inf.expressions.eval(node);
  }

  private statement(node: py.Statement): void {
    const { inf } = this;
    switch (node.kind) {
      case "Expr":
        this.eval(node.value);
        if (node.value.kind === "Call" && neverReturns(inf.facts.typeOf(node.value.func))) inf.env = null;
        break;
      case "Assign": {
        this.namedTuple(node);
        const type = this.eval(node.value);
        for (const target of node.targets) inf.targets.assign(target, type, node.value);
        break;
      }
      case "AnnAssign":
        if (node.value) inf.targets.assign(node.target, this.eval(node.value), node.value);
        break;
      case "AugAssign": {
        const type = inf.expressions.operators.augmented(node);
        inf.targets.assign(node.target, type);
        break;
      }
      case "Print":
        if (node.dest) this.eval(node.dest);
        for (const value of node.values) asText(this.eval(value));
        break;
      case "If":
        inf.flow.branch(
          node.test,
          () => this.block(node.body),
          () => node.orelse && this.block(node.orelse),
        );
        this.skipDecided(node);
        break;
      case "While":
        inf.flow.while(node);
        break;
      case "For":
        inf.flow.for(node);
        break;
      case "Try":
        inf.flow.try(node);
        break;
      case "With":
        inf.flow.with(node);
        break;
      case "FunctionDef":
        this.function(node);
        break;
      case "ClassDef": {
        const cls = inf.readClass(node);
        const decorators = node.decorators.map((d) => this.eval(d));
        if (cls) cls.isReplaced = !decorators.every(givesBackClass);
        for (const d of cls?.isReplaced === false ? decorators : [])
          if (cls) inf.expressions.calls.invoke(d, [{ k: "class", cls }]);
        const symbol = inf.module.bindings.symbols.get(node);
        const isDone = cls && !unsupportedClass(cls) && symbol?.writes.length === 1;
        if (cls && isDone) inf.facts.undone.delete(cls);
        else if (cls) inf.facts.undone.add(cls);
        if (symbol) inf.setVariable(symbol, cls && isDone ? { k: "class", cls } : poison);
        break;
      }
      case "Return": {
        const type = node.value ? this.eval(node.value) : none;
        if (inf.fn) {
          // A constructor gives its object: what its `return` is given is None, or Python raises TypeError.
          if (node.value && !(inf.fn.owner && inf.fn.name === "__init__")) {
            if (!inf.expressions.calls.passing.passesBack(node.value)) inf.fn.returns.grow(type);
            this.noteKeyed(inf.fn, node, type);
            inf.fn.returnsValue = true;
          } else inf.fn.returnsNothing = true;
        }
        inf.env = null;
        break;
      }
      case "Raise":
        for (const e of [node.type, node.inst, node.tback, node.cause]) if (e) this.eval(e);
        if (node.inst) inf.facts.noteErrorOf([inf.facts.typeOf(node.inst)]);
        inf.env = null;
        break;
      case "Break":
        inf.flow.break();
        break;
      case "Continue":
        inf.flow.continue();
        break;
      case "Import":
        for (const alias of node.names) importModule(inf, alias);
        break;
      case "ImportFrom":
        for (const alias of importedAliases(inf.module.bindings, node)) importMember(inf, node, alias);
        break;
      case "Assert":
        inf.flow.branch(
          node.test,
          () => undefined,
          () => {
            if (node.msg) this.eval(node.msg);
            inf.env = null;
          },
        );
        break;
      case "Delete":
        for (const target of node.targets.flatMap(targetParts)) inf.targets.delete(target);
        break;
      case "Exec":
        for (const e of [node.body, node.globals, node.locals]) if (e) this.eval(e);
        break;
      case "Global":
      case "Nonlocal":
      case "Pass":
      case "Invalid":
        break;
    }
  }

  /** What a special method gives for the operands that it asks for, and for others. */
  private noteKeyed({ byKey }: FunctionInfo, node: py.Return, type: Type): void {
    if (!byKey) return;
    const { facts, expressions } = this.inf;
    const asked = byKey.classes ? classAlternatives(facts.typeOf(byKey.classes)) : sliceClasses;
    if (asked && byKey.wanted === null) {
      byKey.wanted = asked;
      this.inf.clock.ticks++;
    }
    const kind = byKey.returns.get(node) ?? "either";
    const handed = kind === "either" && node.value ? expressions.subscripts.split(node.value, byKey.key) : null;
    if (kind !== "other") byKey.asked.grow(handed?.slice ?? type);
    if (kind !== "asked") byKey.other.grow(handed?.item ?? type);
  }

  /** A test of Python's version leaves a suite out: what it would bind means what it means without it. */
  private skipDecided(node: py.If): void {
    const { skipped } = this.inf.facts;
    const decided = decidedTest(node.test, this.inf.module.bindings, (e) => this.inf.facts.typeOf(e));
    if (decided === false) skipped.add(node.body);
    if (decided === true && node.orelse) skipped.add(node.orelse);
    if (decided === null) for (const suite of suites(node)) skipped.delete(suite);
  }

  private function(node: py.FunctionDef): void {
    const { inf } = this;
    for (const p of [...node.params.positional, ...node.params.kwonly]) if (p.default) this.eval(p.default);
    let type: Type = inf.functionType(node) ?? unknown;
    for (const decorator of [...node.decorators].reverse()) type = inf.expressions.decorated(decorator, type);
    const symbol = inf.module.bindings.symbols.get(node);
    if (symbol) inf.setVariable(symbol, type);
  }

  /** `Point = namedtuple('Point', 'x y')` of a module: a class of that name. */
  private namedTuple({ targets: [target, ...others], value }: py.Assign): void {
    const { inf } = this;
    if (value.kind !== "Call" || target?.kind !== "Name" || others.length > 0 || inf.facts.namedTuples.has(value))
      return;
    const symbol = inf.module.bindings.module.symbols.get(target.id);
    const given = namedTupleCall(value);
    if (!given || !symbol || symbol.writes.length > 1 || inf.module.bindings.symbols.get(target) !== symbol) return;
    if (symbol.writes[0]?.place.block !== inf.module.tree) return;
    inf.facts.namedTuples.set(value, new NamedTupleClass(given.name, given.fields, inf.module, symbol, inf.clock));
  }
}

/** A decorator that gives the class back as it is. */
const givesBackClass = (decorator: Type): boolean =>
  members(decorator).length > 0 &&
  members(decorator).every((m) => m.k === "func" && !m.wraps && givesBackFirst(m.fn, m.self !== null));

/** `sys.exit` and its like raise. */
export const neverReturns = (callee: Type): boolean =>
  callee.k === "libfn" && ["sys.exit", "builtins.exit", "builtins.quit", "os._exit"].includes(callee.name);
