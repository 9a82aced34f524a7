import type { FunctionInfo } from "../analysis/entities.ts";
import type { Facts } from "../analysis/facts.ts";
import { has, only } from "../analysis/kinds.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { ownExpressions } from "../python/statement-parts.ts";
import { walk } from "../python/walk.ts";
import { isDirect } from "./direct-functions.ts";
import { writesOutput } from "./plain-write.ts";
import { importGroups } from "../program/import-groups.ts";
import { packagesAround } from "../program/resolve-module.ts";
import type { ClassShapes } from "./class-shapes.ts";
import { isQuiet, type Reading } from "./quiet.ts";

/** Whether a blank may be pending at a place, which a `print` with a comma at its end left; null where nothing gets to. */
type State = boolean | null;

const joined = (a: State, b: State): State => (a === null ? b : b === null ? a : a || b);

/** How a function that began without a blank pending leaves: by coming back, and by raising. */
interface Leaving {
  normal: boolean;
  raised: boolean;
}

/** Modules with which code runs at places that the text does not show. */
const ELSEWHERE = /^(threading|thread|multiprocessing|signal|atexit|Queue)\b/;

/**
 * The `print` statements and calls of `sys.stdout.write` before which certainly no blank is pending, in a program where some `print` leaves one: found by going through
 * all bodies that may run together until nothing changes. Whatever may raise is taken to raise, whatever may run a function to run it.
 */
export const plainPrints = (program: Program, facts: Facts, classes: ClassShapes): ReadonlySet<py.Print | py.Call> =>
  program.modules.some(({ tree }) => runsElsewhere(tree))
    ? new Set()
    : new Set(importGroups(program).flatMap((modules) => [...new Flow(program, modules, facts, classes).plain()]));

function runsElsewhere(tree: py.Module): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.kind === "Import") found ||= node.names.some(({ name }) => ELSEWHERE.test(name));
    if (node.kind === "ImportFrom") found ||= ELSEWHERE.test(node.module ?? "");
    if (node.kind === "Exec") found = true;
  });
  return found;
}

/** Values that show, and are tested and added, without any code of the program. */
const PLAIN = ["str", "unicode", "int", "long", "float", "bool", "none", "json"] as const;

/** A body that is gone through. */
interface Frame {
  readonly reading: Reading;
  readonly isGenerator: boolean;
  readonly leaving: Leaving;
  /** Of the loops around, innermost last. */
  readonly loops: { breaks: State; continues: State }[];
  /** Of the `try` statements around: what may be pending when something in them raises. */
  readonly tries: { caught: boolean }[];
}

class Flow {
  private readonly program: Program;
  /** Those that may run in one process with each other, and with no others. */
  private readonly modules: readonly ProgramModule[];
  private readonly facts: Facts;
  private readonly classes: ClassShapes;
  private readonly pending = new Set<py.Print | py.Call>();
  private readonly prints = new Set<py.Print | py.Call>();
  private readonly entries = new Set<FunctionInfo>();
  private readonly leavings = new Map<FunctionInfo, Leaving>();
  /** For the functions that the library, an operator or an iteration may call, and for modules that are imported. */
  private readonly loose = { entry: false, leaves: false };
  private readonly imports = { entry: false, leaves: false };
  private readonly direct: (fn: FunctionInfo) => boolean;
  private changed = false;
  private frame!: Frame;

  constructor(program: Program, modules: readonly ProgramModule[], facts: Facts, classes: ClassShapes) {
    this.classes = classes;
    this.program = program;
    this.modules = modules;
    this.facts = facts;
    this.direct = isDirect(program, facts);
  }

  plain(): ReadonlySet<py.Print | py.Call> {
    const functions = [...this.facts.functions.values()].filter(({ module }) => this.modules.includes(module));
    do {
      this.changed = false;
      const named = [...this.facts.imports.values()];
      const imported = new Set(named.flatMap((module) => [module, ...packagesAround(this.program, module)]));
      for (const module of this.modules) {
        const body = (entry: boolean): State => this.block(module.tree.body, entry);
        const left = this.run(module, body, false, false);
        // What runs at the very end, such as `sys.excepthook`.
        this.set(this.loose, "entry", left.normal || left.raised);
        if (!imported.has(module)) continue;
        this.set(this.imports, "leaves", left.normal || left.raised);
        if (this.imports.entry) this.run(module, body, true, false);
      }
      for (const fn of functions) this.function(fn);
    } while (this.changed);
    return new Set([...this.prints].filter((node) => !this.pending.has(node)));
  }

  private function(fn: FunctionInfo): void {
    const { node } = fn;
    const body = (entry: boolean): State =>
      node.kind === "FunctionDef" ? this.block(node.body.body, entry) : this.evaluated(node.body, entry);
    const left = this.run(fn.module, body, false, fn.isGenerator);
    const known = this.leavingOf(fn);
    this.set(known, "normal", left.normal);
    this.set(known, "raised", left.raised);
    const isLoose = !this.direct(fn);
    if (isLoose) this.set(this.loose, "leaves", left.normal || left.raised);
    if (this.entries.has(fn) || fn.isGenerator || (isLoose && this.loose.entry))
      this.run(fn.module, body, true, fn.isGenerator);
  }

  private run(module: ProgramModule, body: (entry: boolean) => State, entry: boolean, isGenerator: boolean): Leaving {
    const { program, facts, classes } = this;
    const reading: Reading = { program, facts, classes, module, typeOf: (node) => facts.typeOf(node) };
    const leaving = { normal: false, raised: false };
    this.frame = { reading, isGenerator: isGenerator && entry, leaving, loops: [], tries: [] };
    if (body(entry) === true) leaving.normal = true;
    return leaving;
  }

  private set<K extends string>(of: Record<K, boolean>, key: K, value: boolean): void {
    if (!value || of[key]) return;
    of[key] = true;
    this.changed = true;
  }

  private leavingOf(fn: FunctionInfo): Leaving {
    let known = this.leavings.get(fn);
    if (!known) this.leavings.set(fn, (known = { normal: false, raised: false }));
    return known;
  }

  private raise(state: boolean): void {
    if (!state) return;
    const around = this.frame.tries.at(-1);
    if (around) around.caught = true;
    else this.frame.leaving.raised = true;
  }

  /** Something that may run functions which nobody calls by name, and may raise. */
  private opaque(state: boolean): boolean {
    this.set(this.loose, "entry", state);
    this.raise(state || this.loose.leaves);
    return state || this.loose.leaves;
  }

  private evaluated(e: py.Expression, before: boolean): boolean {
    if (isQuiet(this.frame.reading, e)) return before;
    const calls: (readonly FunctionInfo[])[] = [];
    let yields = false;
    walk(e, (node) => {
      const callees = this.facts.callees.get(node as py.Expression);
      if (callees) calls.push([...callees]);
      yields ||= node.kind === "Yield";
    });
    const leaves = calls.map((fns) => fns.some((fn) => this.leavingOf(fn).normal));
    calls.forEach((fns, i) => {
      // In whatever order the calls are made.
      if (before || this.loose.leaves || leaves.some((left, other) => left && other !== i))
        fns.forEach((fn) => this.enter(fn));
      this.raise(fns.some((fn) => this.leavingOf(fn).raised));
    });
    const state = this.opaque(before || leaves.includes(true));
    if (yields && state) this.frame.leaving.normal = true;
    return state || (yields && this.frame.isGenerator);
  }

  private enter(fn: FunctionInfo): void {
    if (this.entries.has(fn)) return;
    this.entries.add(fn);
    this.changed = true;
  }

  /** A test asks an object for its truth. */
  private tested(test: py.Expression, before: boolean): boolean {
    const state = this.evaluated(test, before);
    return only(this.facts.typeOf(test), ...PLAIN) ? state : this.opaque(state);
  }

  /** Beside making its values the statement calls a decorator, an operator of an object, or takes an iterator apart. */
  private asksMore(node: py.Statement): boolean {
    if (node.kind === "FunctionDef") return node.decorators.length > 0;
    if (node.kind === "AugAssign") return !only(this.facts.typeOf(node.target), ...PLAIN);
    return node.kind === "Assign" && node.targets.some(({ kind }) => kind === "Tuple" || kind === "List");
  }

  private all(list: readonly py.Expression[], before: boolean): boolean {
    return list.reduce((state, e) => this.evaluated(e, state), before);
  }

  private block(body: readonly py.Statement[], entry: State): State {
    let state = entry;
    for (const statement of body) {
      if (state === null) return null;
      state = this.statement(statement, state);
    }
    return state;
  }

  private suite(block: py.Block | null, entry: State): State {
    return block ? this.block(block.body, entry) : entry;
  }

  private statement(node: py.Statement, before: boolean): State {
    switch (node.kind) {
      case "Print":
        return this.print(node, before);
      case "If": {
        const state = this.tested(node.test, before);
        return joined(this.suite(node.body, state), this.suite(node.orelse, state));
      }
      case "While":
      case "For":
        return this.loop(node, before);
      case "Try":
        return this.try(node, before);
      case "With":
        return this.with(node, before);
      case "ClassDef":
        return this.suite(node.body, this.all(ownExpressions(node), before));
      case "Import":
      case "ImportFrom":
        if (!node.names.some((alias) => alias.name === "*" || this.facts.imports.has(alias))) return before;
        // One statement may run several: a package before what is in it, a module after another.
        this.set(this.imports, "entry", before || this.imports.leaves);
        this.raise(before || this.imports.leaves);
        return before || this.imports.leaves;
      case "Return":
        if (this.all(ownExpressions(node), before)) this.frame.leaving.normal = true;
        return null;
      case "Raise":
        this.raise(this.all(ownExpressions(node), before));
        return null;
      case "Break":
      case "Continue": {
        const loop = this.frame.loops.at(-1);
        const way = node.kind === "Break" ? "breaks" : "continues";
        if (loop) loop[way] = joined(loop[way], before);
        return null;
      }
      case "Exec":
        return true;
      case "Expr":
        return this.effect(node, before);
      case "Assert":
        return this.tested(node.test, before);
      default: {
        const state = this.all(ownExpressions(node), before);
        this.raise(state);
        return this.asksMore(node) ? this.opaque(state) : state;
      }
    }
  }

  private effect({ value }: py.ExpressionStatement, before: boolean): boolean {
    const isWrite = writesOutput(value, (e) => this.facts.typeOf(e));
    const state = isWrite ? this.all(value.args, before) : this.evaluated(value, before);
    this.raise(state);
    if (!isWrite) return state;
    // It clears the blank; what another write has left of the line does not matter.
    this.prints.add(value);
    if (state) this.pending.add(value);
    return false;
  }

  private print(node: py.Print, before: boolean): boolean {
    this.prints.add(node);
    const start = node.dest ? this.evaluated(node.dest, before) : before;
    let state = start;
    node.values.forEach((value, i) => {
      // What stands before is written, with a blank to come.
      state = this.evaluated(value, i > 0 ? true : state);
      if (i > 0 && !isQuiet(this.frame.reading, value)) this.raise(true);
      if (!only(this.facts.typeOf(value), ...PLAIN)) state = this.opaque(state);
      // Making the first value may have left a blank as well.
      if (i === 0 && state) this.pending.add(node);
    });
    if (start) this.pending.add(node);
    this.raise(start);
    return node.dest ? start || !node.newline : !node.newline;
  }

  private loop(node: py.While | py.For, before: boolean): State {
    const loop: Frame["loops"][number] = { breaks: null, continues: null };
    this.frame.loops.push(loop);
    let head = node.kind === "For" ? this.evaluated(node.iter, before) : before;
    let ends = head;
    for (let round = 0; round < 2; round++) {
      // Each round asks for the next item, or for the test.
      ends =
        node.kind === "For" ? this.evaluated(node.target, this.next(node.iter, head)) : this.tested(node.test, head);
      const out = joined(this.suite(node.body, ends), loop.continues);
      head = head || out === true;
    }
    this.frame.loops.pop();
    return joined(this.suite(node.orelse, head || ends), loop.breaks);
  }

  private next(iter: py.Expression, state: boolean): boolean {
    return has(this.facts.typeOf(iter), "iter", "instance", "unknown", "poison", "lib") ? this.opaque(state) : state;
  }

  private try(node: py.Try, before: boolean): State {
    const { tries, leaving } = this.frame;
    const isFinal = node.finalbody !== null;
    const around = { caught: false };
    if (isFinal) tries.push(around);
    const inside = { caught: false };
    if (node.handlers.length > 0) tries.push(inside);
    let out = this.suite(node.body, before);
    if (node.handlers.length > 0) tries.pop();
    out = this.suite(node.orelse, out);
    // What no handler takes goes on.
    this.raise(inside.caught);
    for (const handler of node.handlers) {
      const asked = [handler.type, handler.target].filter((e) => e !== null);
      out = joined(out, this.suite(handler.body, this.all(asked, inside.caught)));
    }
    if (!node.finalbody) return out;
    tries.pop();
    // On the ways out: an exception, `return`, `break` and `continue`.
    const { loops } = this.frame;
    const isLeft = loops.some(({ breaks, continues }) => breaks === true || continues === true);
    if (this.suite(node.finalbody, around.caught || leaving.normal || isLeft) === true) {
      this.raise(true);
      leaving.normal = true;
      for (const loop of loops) {
        loop.breaks = loop.breaks !== null;
        loop.continues = loop.continues !== null;
      }
    }
    return out === null ? null : this.suite(node.finalbody, out);
  }

  private with(node: py.With, before: boolean): State {
    const entered = this.opaque(this.all(ownExpressions(node), before));
    const around = { caught: false };
    this.frame.tries.push(around);
    const out = this.suite(node.body, entered);
    this.frame.tries.pop();
    this.raise(around.caught);
    // What is left may keep what was raised to itself.
    const left = joined(out, around.caught);
    return left === null ? null : this.opaque(left);
  }
}
