import type * as py from "../python/ast.ts";
import { copy, type Environment, Junction } from "./environment.ts";
import type { Inference } from "./infer.ts";
import { importShim } from "./import-shim.ts";
import { classAlternatives, instanceOf, narrowing } from "./narrow.ts";
import { never, type Type, unknown, unset } from "./types.ts";
import { suites } from "../python/statement-parts.ts";
import { typeNarrowing } from "./type-narrowing.ts";
import { decidedTest } from "./decided-test.ts";
import { members, same, union } from "./join.ts";
import type { Bindings } from "../program/bind.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import { has, without } from "./kinds.ts";
import { constantIndex } from "./infer-subscript.ts";
interface Loop {
  readonly atBreak: Junction;
  readonly atContinue: Junction;
  /** Behind the body, where it comes to its end. */
  back: Environment;
}
/** Where control goes: what tests, loops, exceptions and managers make of the environment. */
export class FlowInference {
  private readonly inf: Inference;
  private readonly loops: Loop[] = [];

  constructor(inf: Inference) {
    this.inf = inf;
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
    inf.expressions.eval(test);
    const constant = decidedTest(test, inf.module.bindings, (e) => inf.facts.typeOf(e));
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

  while(node: py.While): void {
    const { inf } = this;
    let exit: Environment = null;
    const loop = this.loop(() => {
      const { onTrue, onFalse } = this.split(node.test);
      exit = onFalse;
      inf.env = onTrue;
      if (inf.env) inf.statements.block(node.body);
    });
    inf.env = exit;
    if (inf.env && node.orelse) inf.statements.block(node.orelse);
    inf.reach(loop.atBreak.env);
  }

  for(node: py.For): void {
    const { inf } = this;
    const iterated = inf.expressions.eval(node.iter);
    let exit: Environment = null;
    const loop = this.loop(() => {
      exit = copy(inf.env);
      const element = inf.expressions.elements.of(iterated, node.iter);
      inf.facts.elements.set(node.iter, element);
      inf.targets.assign(node.target, element);
      inf.statements.block(node.body);
    });
    inf.env = hasRound(node.iter, inf.module.bindings) ? this.behindRound(exit, loop.back) : exit;
    if (inf.env && node.orelse) inf.statements.block(node.orelse);
    inf.reach(loop.atBreak.env);
  }

  /**
   * A loop that has a first round ends behind one: what its body sets is set. What else its body says of a variable TypeScript does not know,
   * nor that the loop may never end so.
   */
  private behindRound(exit: Environment, back: Environment): Environment {
    if (!exit || !back) return exit;
    for (const [symbol, type] of exit) {
      if (!has(type, "unset") || has(back.get(symbol) ?? unset, "unset")) continue;
      this.inf.facts.setByRounds.add(symbol);
      exit.set(symbol, without(type, "unset"));
    }
    return exit;
  }

  /** Repeats a loop's body until the environment at its head is stable. */
  private loop(round: () => void): Loop {
    const { inf } = this;
    let head = copy(inf.env);
    for (;;) {
      const loop: Loop = { atBreak: new Junction(), atContinue: new Junction(), back: null };
      this.loops.push(loop);
      inf.env = copy(head);
      round();
      this.loops.pop();
      inf.reach(loop.atContinue.env);
      const back = inf.env;
      loop.back = copy(back);
      inf.env = copy(head);
      inf.reach(back);
      if (equal(head, inf.env)) return loop;
      head = inf.env;
    }
  }

  try(node: py.Try): void {
    const { inf } = this;
    const shim = importShim(inf.program, inf.module, node);
    if (shim) {
      for (const suite of suites(node)) if (!shim.taken.includes(suite)) inf.facts.skipped.add(suite);
      for (const taken of shim.taken) inf.statements.block(taken);
      return;
    }
    const after = new Junction();
    const escaped = new Junction();
    // `break` and `continue` go through `finally` first.
    const loop = this.loops.at(-1);
    const left: Loop = { atBreak: new Junction(), atContinue: new Junction(), back: null };
    if (node.finalbody && loop) this.loops.push(left);
    const thrown = inf.catching(() => inf.statements.block(node.body));
    escaped.arrive(thrown.env);
    if (inf.env && node.orelse) {
      const inElse = inf.catching(() => node.orelse && inf.statements.block(node.orelse));
      escaped.arrive(inElse.env);
    }
    after.arrive(copy(inf.env));
    for (const handler of node.handlers) {
      inf.env = copy(thrown.env);
      const inHandler = inf.catching(() => {
        const type = handler.type ? this.caught(inf.expressions.eval(handler.type)) : unknown;
        if (handler.target) inf.targets.assign(handler.target, type);
        inf.statements.block(handler.body);
      });
      escaped.arrive(inHandler.env);
      after.arrive(copy(inf.env));
    }
    if (!node.finalbody) {
      inf.env = after.env;
      return;
    }
    if (loop) this.loops.pop();
    // Read once with every way into it joined, for what it raises on the way out, then as each place behind it sees it.
    inf.env = copy(escaped.env);
    for (const { env } of [after, left.atBreak, left.atContinue]) inf.reach(env);
    inf.statements.block(node.finalbody);
    loop?.atBreak.arrive(this.behind(node.finalbody, left.atBreak.env));
    loop?.atContinue.arrive(this.behind(node.finalbody, left.atContinue.env));
    inf.env = this.behind(node.finalbody, after.env);
  }

  /** The environment behind a suite that is entered with another one. */
  private behind(suite: py.Block, env: Environment): Environment {
    const { inf } = this;
    inf.env = copy(env);
    if (env) inf.statements.block(suite);
    return inf.env;
  }

  /** Leaving a manager may keep an exception from going on: then what follows is reached from anywhere in the body. */
  with(node: py.With): void {
    const { inf } = this;
    let maySuppress = false;
    for (const item of node.items) {
      const manager = inf.expressions.eval(item.context);
      const type = inf.expressions.elements.entered(item.context, manager);
      if (item.target) inf.targets.assign(item.target, type);
      maySuppress ||= members(manager).some(
        (m) => m.k === "iter" || (m.k === "instance" && m.cls.findMethod("__exit__")?.method.fn.returnsValue === true),
      );
    }
    if (!maySuppress) {
      inf.statements.block(node.body);
      return;
    }
    const thrown = inf.catching(() => inf.statements.block(node.body));
    inf.reach(thrown.env);
  }

  private caught(classes: Type): Type {
    const found = classAlternatives(classes);
    return found ? union(found.map(instanceOf)) : unknown;
  }
  break(): void {
    this.loops.at(-1)?.atBreak.arrive(copy(this.inf.env));
    this.inf.env = null;
  }

  continue(): void {
    this.loops.at(-1)?.atContinue.arrive(copy(this.inf.env));
    this.inf.env = null;
  }
}

/** What is written there has an item: `range(3)`, `('a', 'b')`. */
function hasRound(iter: py.Expression, bindings: Bindings): boolean {
  if (iter.kind === "List" || iter.kind === "Tuple") return iter.elts.length > 0;
  const [stop, ...more] = iter.kind === "Call" ? iter.args : [];
  if (iter.kind !== "Call" || !stop || more.length > 0 || iter.starargs || iter.kwargs) return false;
  return ["range", "xrange"].includes(builtinCalled(bindings, iter) ?? "") && (constantIndex(stop) ?? 0) > 0;
}

function equal(a: Environment, b: Environment): boolean {
  if (!a || !b) return a === b;
  for (const [symbol, type] of b) if (!same(a.get(symbol) ?? never, type)) return false;
  return true;
}
