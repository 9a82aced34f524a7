import { nameRecords } from "./record.ts";
import type * as py from "../python/ast.ts";
import { importedAliases } from "../program/bind.ts";
import { unsupportedClass } from "./class-support.ts";
import { copy, type Environment, Junction } from "./environment.ts";
import type { Inference } from "./infer.ts";
import { importShim } from "./import-shim.ts";
import { classAlternatives, instanceOf, narrowing } from "./narrow.ts";
import { importMember, importModule } from "./infer-import.ts";
import { NamedTupleClass, namedTupleCall } from "./named-tuple.ts";
import { asciiStr, never, none, poison, type Type, unknown, unset } from "./types.ts";
import { suites } from "../python/statement-parts.ts";
import { typeNarrowing } from "./type-narrowing.ts";
import { versionTest } from "./version-test.ts";
import { givesBackFirst } from "./identity.ts";
import { members, same, union } from "./join.ts";
import { asText } from "./kinds.ts";

interface Loop {
  readonly atBreak: Junction;
  readonly atContinue: Junction;
}

/** What each statement does to the environment. */
export class StatementInference {
  private readonly inf: Inference;
  private loops: Loop[] = [];

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
        for (const target of node.targets) this.assign(target, type, node.value);
        break;
      }
      case "AnnAssign":
        if (node.value) this.assign(node.target, this.eval(node.value), node.value);
        break;
      case "AugAssign": {
        const type = inf.expressions.operators.augmented(node);
        this.assign(node.target, type);
        break;
      }
      case "Print":
        if (node.dest) this.eval(node.dest);
        for (const value of node.values) asText(this.eval(value));
        break;
      case "If":
        this.branch(
          node.test,
          () => this.block(node.body),
          () => node.orelse && this.block(node.orelse),
        );
        break;
      case "While":
        this.while(node);
        break;
      case "For":
        this.for(node);
        break;
      case "Try":
        this.try(node);
        break;
      case "With":
        this.with(node);
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
        this.loops.at(-1)?.atBreak.arrive(copy(inf.env));
        inf.env = null;
        break;
      case "Continue":
        this.loops.at(-1)?.atContinue.arrive(copy(inf.env));
        inf.env = null;
        break;
      case "Import":
        for (const alias of node.names) importModule(inf, alias);
        break;
      case "ImportFrom":
        for (const alias of importedAliases(inf.module.bindings, node)) importMember(inf, node, alias);
        break;
      case "Assert":
        this.branch(
          node.test,
          () => undefined,
          () => {
            if (node.msg) this.eval(node.msg);
            inf.env = null;
          },
        );
        break;
      case "Delete":
        for (const target of node.targets) this.delete(target);
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

  /** Evaluates a test, then each side under what the test says. */
  branch(test: py.Expression, whenTrue: () => void, whenFalse: () => void): void {
    const { inf } = this;
    const { onTrue, onFalse } = this.split(test);
    inf.env = onTrue;
    if (inf.env) whenTrue();
    const afterTrue = inf.env;
    inf.env = onFalse;
    if (inf.env) whenFalse();
    inf.reach(afterTrue);
  }

  /** The environments in which a test holds and does not. */
  split(test: py.Expression): { onTrue: Environment; onFalse: Environment } {
    const { inf } = this;
    if (test.kind === "BoolOp") {
      const decided = new Junction();
      let rest: Environment = inf.env;
      const recorded: Type[] = [];
      for (const value of test.values) {
        inf.env = rest;
        if (!rest) break;
        const { onTrue, onFalse } = this.split(value);
        recorded.push(inf.facts.typeOf(value));
        decided.arrive(test.op === "and" ? onFalse : onTrue);
        rest = test.op === "and" ? onTrue : onFalse;
      }
      inf.facts.record(test, union(recorded));
      return test.op === "and" ? { onTrue: rest, onFalse: decided.env } : { onTrue: decided.env, onFalse: rest };
    }
    if (test.kind === "UnaryOp" && test.op === "not") {
      const { onTrue, onFalse } = this.split(test.operand);
      inf.facts.record(test, { k: "bool" });
      return { onTrue: onFalse, onFalse: onTrue };
    }
    this.eval(test);
    const constant = constantTruth(test) ?? versionTest(test, (e) => inf.facts.typeOf(e));
    const told = typeNarrowing(test, inf) ?? narrowing(test, inf);
    const onTrue = constant === false ? null : copy(inf.env);
    const onFalse = constant === true ? null : copy(inf.env);
    const symbol = told && inf.module.bindings.symbols.get(told.name);
    if (told && symbol && inf.isFollowed(symbol)) {
      for (const [env, part] of [
        [onTrue, told.whenTrue],
        [onFalse, told.whenFalse],
      ] as const) {
        const type = env?.get(symbol);
        if (type) env?.set(symbol, part(type));
      }
    }
    return { onTrue, onFalse };
  }

  private while(node: py.While): void {
    const { inf } = this;
    let exit: Environment = null;
    const loop = this.loop(() => {
      const { onTrue, onFalse } = this.split(node.test);
      exit = onFalse;
      inf.env = onTrue;
      if (inf.env) this.block(node.body);
    });
    inf.env = exit;
    if (inf.env && node.orelse) this.block(node.orelse);
    inf.reach(loop.atBreak.env);
  }

  private for(node: py.For): void {
    const { inf } = this;
    const iterated = this.eval(node.iter);
    let exit: Environment = null;
    const loop = this.loop(() => {
      exit = copy(inf.env);
      const element = inf.expressions.elements.of(iterated, node.iter);
      inf.facts.elements.set(node.iter, element);
      this.assign(node.target, element);
      this.block(node.body);
    });
    inf.env = exit;
    if (inf.env && node.orelse) this.block(node.orelse);
    inf.reach(loop.atBreak.env);
  }

  /** Repeats a loop's body until the environment at its head is stable. */
  private loop(round: () => void): Loop {
    const { inf } = this;
    let head = copy(inf.env);
    for (;;) {
      const loop: Loop = { atBreak: new Junction(), atContinue: new Junction() };
      this.loops.push(loop);
      inf.env = copy(head);
      round();
      this.loops.pop();
      inf.reach(loop.atContinue.env);
      const back = inf.env;
      inf.env = copy(head);
      inf.reach(back);
      if (equal(head, inf.env)) return loop;
      head = inf.env;
    }
  }

  private try(node: py.Try): void {
    const { inf } = this;
    const shim = importShim(inf.program, inf.module, node);
    if (shim) {
      for (const suite of suites(node)) if (!shim.taken.includes(suite)) inf.facts.skipped.add(suite);
      for (const taken of shim.taken) this.block(taken);
      return;
    }
    const after = new Junction();
    const escaped = new Junction();
    const thrown = inf.catching(() => this.block(node.body));
    escaped.arrive(thrown.env);
    if (inf.env && node.orelse) {
      const inElse = inf.catching(() => node.orelse && this.block(node.orelse));
      escaped.arrive(inElse.env);
    }
    after.arrive(copy(inf.env));
    for (const handler of node.handlers) {
      inf.env = copy(thrown.env);
      const inHandler = inf.catching(() => {
        const type = handler.type ? this.caught(this.eval(handler.type)) : unknown;
        if (handler.target) this.assign(handler.target, type);
        this.block(handler.body);
      });
      escaped.arrive(inHandler.env);
      after.arrive(copy(inf.env));
    }
    if (node.finalbody) {
      // Read once with every way into it joined, then again as what follows sees it.
      const fallsThrough = after.env !== null;
      inf.env = copy(escaped.env);
      inf.reach(after.env);
      this.block(node.finalbody);
      if (!fallsThrough || !inf.env) inf.env = null;
      else {
        inf.env = copy(after.env);
        this.block(node.finalbody);
      }
      return;
    }
    inf.env = after.env;
  }

  /** Leaving a manager may keep an exception from going on: then what follows is reached from anywhere in the body. */
  private with(node: py.With): void {
    const { inf } = this;
    let maySuppress = false;
    for (const item of node.items) {
      const manager = this.eval(item.context);
      const type = inf.expressions.elements.entered(item.context, manager);
      if (item.target) this.assign(item.target, type);
      maySuppress ||= members(manager).some(
        (m) => m.k === "iter" || (m.k === "instance" && m.cls.findMethod("__exit__")?.method.fn.returnsValue === true),
      );
    }
    if (!maySuppress) {
      this.block(node.body);
      return;
    }
    const thrown = inf.catching(() => this.block(node.body));
    inf.reach(thrown.env);
  }

  private caught(classes: Type): Type {
    const found = classAlternatives(classes);
    return found ? union(found.map(instanceOf)) : unknown;
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

  /** Stores a type in a target; `value` is the expression it comes from, where there is one. */
  assign(target: py.Expression, type: Type, value: py.Expression | null = null): void {
    const { inf } = this;
    switch (target.kind) {
      case "Name": {
        const symbol = inf.module.bindings.symbols.get(target);
        nameRecords(type, target.id);
        if (symbol) inf.setVariable(symbol, type);
        inf.facts.record(target, type);
        break;
      }
      case "Tuple":
      case "List": {
        const parts = value && (value.kind === "Tuple" || value.kind === "List") ? value.elts : null;
        target.elts.forEach((elt, i) => {
          const part = parts?.[i];
          this.assign(
            elt,
            part ? inf.facts.typeOf(part) : inf.expressions.elements.unpacked(type, i, target.elts.length),
            part ?? null,
          );
        });
        break;
      }
      case "Attribute":
        inf.expressions.attributes.set(target, type, value);
        break;
      case "Subscript":
        inf.expressions.subscripts.set(target, type);
        break;
      default:
        this.eval(target);
    }
  }

  private delete(target: py.Expression): void {
    const { inf } = this;
    if (target.kind === "Name") {
      const symbol = inf.module.bindings.symbols.get(target);
      if (symbol) inf.env?.set(symbol, unset);
    } else if (target.kind === "Subscript") {
      const object = this.eval(target.value);
      const key = inf.expressions.subscripts.slice(target.slice);
      inf.expressions.elements.invokeSpecial(object, "__delitem__", [key]);
    } else {
      if (target.kind === "Attribute") {
        inf.facts.deleted.add(target.attr);
        inf.expressions.elements.invokeSpecial(this.eval(target.value), "__delattr__", [asciiStr]);
      }
      this.eval(target);
    }
  }
}

/** A decorator that gives the class back as it is. */
const givesBackClass = (decorator: Type): boolean =>
  members(decorator).length > 0 && members(decorator).every((m) => m.k === "func" && !m.wraps && givesBackFirst(m.fn));

/** `sys.exit` and its like raise. */
export const neverReturns = (callee: Type): boolean =>
  callee.k === "libfn" && ["sys.exit", "builtins.exit", "builtins.quit", "os._exit"].includes(callee.name);

/** `while True`, `while 1`: the truth of a literal test. */
export function constantTruth(test: py.Expression): boolean | null {
  if (test.kind === "Name" && test.id === "True") return true;
  if (test.kind === "Name" && (test.id === "False" || test.id === "None")) return false;
  if (test.kind === "Num" && test.number.type !== "imag") return Number(test.number.value) !== 0;
  return null;
}

function equal(a: Environment, b: Environment): boolean {
  if (!a || !b) return a === b;
  for (const [symbol, type] of b) if (!same(a.get(symbol) ?? never, type)) return false;
  return true;
}
