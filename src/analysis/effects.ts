import { has } from "./kinds.ts";
import { isComprehension } from "../python/comprehension.ts";
import { closesLater } from "./closes-later.ts";
import { library } from "../library/index.ts";
import { LOCKS } from "../library/threading.ts";
import { bindCall } from "../library/signature.ts";
import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { calledUntil, enumerated, generatorsOf, isBuiltinName, iterationFunctions } from "./iterations.ts";
import { consumed } from "../program/consumed.ts";
import { boundSpecial } from "./special-methods.ts";
import { targetParts, targetsOf } from "../python/targets.ts";
import { ownExpressions, suites } from "../python/statement-parts.ts";
import { type Type } from "./types.ts";
import { members } from "./join.ts";
import { childExpressions } from "../program/child-expressions.ts";

/** One body: what it calls, and whether it awaits something of the library. */
interface Body {
  readonly fn: FunctionInfo | null;
  readonly calls: {
    /** What is awaited; null where that is seen from the functions themselves. */
    readonly node: py.Expression | null;
    readonly callees: readonly FunctionInfo[];
    readonly iterates?: boolean;
  }[];
}

/**
 * Finds what must be awaited: calls of the library that wait (network, sleep), and, until nothing changes, calls of functions that do.
 * Marks the functions as async and the calls as awaited.
 */
export function inferEffects(program: Program, facts: Facts): void {
  const bodies: Body[] = [];
  for (const module of program.modules) bodies.push(readBody(null, module.tree.body, facts));
  for (const [node, fn] of facts.functions) {
    if (node.kind === "FunctionDef") bodies.push(readBody(fn, node.body.body, facts));
    else {
      const body: Body = { fn, calls: [] };
      readExpression(node.body, body, facts);
      bodies.push(body);
    }
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const body of bodies) {
      for (const { node, callees, iterates } of body.calls) {
        if (!callees.some((fn) => fn.async)) continue;
        const waiting = iterates ? facts.asyncIterations : facts.awaited;
        if (node && !waiting.has(node)) {
          waiting.add(node);
          changed = true;
        }
        if (body.fn && !body.fn.async) {
          body.fn.async = true;
          changed = true;
        }
      }
      if (body.fn?.awaits && !body.fn.async) {
        body.fn.async = true;
        changed = true;
      }
    }
    changed = alignOverrides(facts) || changed;
  }
}

/** A method and those that override it are called through one name: all are async when one is. */
function alignOverrides(facts: Facts): boolean {
  let changed = false;
  for (const cls of facts.classes.values()) {
    if (cls.isMixed) changed = alignBases(cls) || changed;
    for (const [name, method] of cls.methods) {
      for (const base of cls.lineage.slice(1)) {
        const other = base.methods.get(name);
        if (!other || name === "__init__" || other.fn.async === method.fn.async) continue;
        other.fn.async = true;
        method.fn.async = true;
        changed = true;
      }
    }
  }
  return changed;
}

/** Of several bases, one has a method that another's hides. */
function alignBases({ lineage }: ClassInfo): boolean {
  let changed = false;
  for (const base of lineage) {
    for (const [name, { fn }] of base.methods) {
      const others = lineage.flatMap((c) => c.methods.get(name)?.fn ?? []);
      if (name === "__init__" || fn.async || !others.some((other) => other.async)) continue;
      fn.async = true;
      changed = true;
    }
  }
  return changed;
}

function readBody(fn: FunctionInfo | null, statements: readonly py.Statement[], facts: Facts): Body {
  const body: Body = { fn, calls: [] };
  const visit = (list: readonly py.Statement[]): void => {
    for (const statement of list) {
      for (const e of ownExpressions(statement)) readExpression(e, body, facts);
      if (statement.kind === "For") iteration(statement.iter, body, facts);
      if (
        statement.kind === "With" &&
        body.fn &&
        statement.items.some(({ context }) => waitsToLeave(facts.typeOf(context)))
      )
        body.fn.awaits = true;
      if (statement.kind === "With") for (const { context } of statement.items) entered(context, body, facts);
      for (const target of targetsOf(statement).flatMap(targetParts))
        stored(target, statement.kind === "Delete", body, facts);
      for (const suite of suites(statement)) visit(suite.body);
    }
  };
  visit(statements);
  return body;
}

/** What `with` waits for: to have a lock, to close an answer. */
const waitsToLeave = (type: Type): boolean =>
  members(type).some((m) => m.k === "lib" && (LOCKS.includes(m.name) || closesLater(m)));

function iteration(iter: py.Expression, body: Body, facts: Facts): void {
  for (const m of members(facts.typeOf(iter))) {
    if (m.k === "lib" && library.instanceType(m.name)?.asyncIteration) {
      facts.asyncIterations.add(iter);
      if (body.fn) body.fn.awaits = true;
    }
  }
  const callees = iterationFunctions(facts.typeOf(iter), facts);
  if (callees.length > 0) body.calls.push({ node: iter, callees, iterates: true });
  const asked = calledUntil(iter, facts);
  if (asked) calls(asked, iter, body, facts);
  const items = enumerated(iter, facts);
  if (!items) return;
  iteration(items, body, facts);
  if (facts.asyncIterations.has(items)) facts.asyncIterations.add(iter);
  body.calls.push({ node: iter, callees: iterationFunctions(facts.typeOf(items), facts), iterates: true });
}

/** Going over `iter(f, sentinel)` calls `f`. */
function calls(f: py.Expression, iter: py.Expression, body: Body, facts: Facts): void {
  const types = members(facts.typeOf(f));
  if (types.some((m) => m.k === "method" && library.callable(m)?.async)) {
    facts.asyncIterations.add(iter);
    if (body.fn) body.fn.awaits = true;
  }
  body.calls.push({ node: iter, callees: types.flatMap((m) => (m.k === "func" ? [m.fn] : [])), iterates: true });
}

/** `with`: entering and leaving run methods of the object, or the generator under `contextmanager`. */
function entered(context: py.Expression, body: Body, facts: Facts): void {
  const callees = members(facts.typeOf(context)).flatMap((m) =>
    m.k === "iter"
      ? generatorsOf(m, facts)
      : ["__enter__", "__exit__"].flatMap((name) => boundSpecial(m, name)?.fn ?? []),
  );
  body.calls.push({ node: null, callees });
}

/** `object[key] = value` and `del object[key]` are calls. */
function stored(target: py.Expression, deletes: boolean, body: Body, facts: Facts): void {
  // Storing in a property is a call, which nothing waits for.
  if (target.kind === "Attribute")
    body.calls.push({ node: null, callees: propertyFunctions(target, deletes ? "deleter" : "setter", facts) });
  if (target.kind !== "Subscript") return;
  const name = deletes ? "__delitem__" : "__setitem__";
  body.calls.push({
    node: target,
    callees: members(facts.typeOf(target.value)).flatMap((m) => boundSpecial(m, name)?.fn ?? []),
  });
}

/** The functions of a property that reading, storing or deleting an attribute calls. */
const propertyFunctions = (
  node: py.Attribute,
  part: "getter" | "setter" | "deleter",
  facts: Facts,
): readonly FunctionInfo[] =>
  members(facts.typeOf(node.value)).flatMap((m) => {
    const found = m.k === "instance" ? m.cls.findProperty(node.attr)?.property[part] : null;
    return found ? [found.fn] : [];
  });

function nextOf(type: Type): readonly FunctionInfo[] {
  const next = boundSpecial(type, "next");
  return next ? [next.fn] : [];
}

/** A call that asks an iterator for items: `next(it)`, `it.next()`, `it.send(x)`, `list(it)`. */
function asked(node: py.Call, body: Body, facts: Facts): void {
  const { func, args } = node;
  const receiver =
    func.kind === "Attribute"
      ? func.value
      : func.kind === "Name" && func.id === "next" && isBuiltinName(facts, func)
        ? args[0]
        : null;
  const asks = func.kind !== "Attribute" || ["next", "send", "throw", "close"].includes(func.attr);
  if (receiver && asks) {
    const callees = members(facts.typeOf(receiver)).flatMap((m): readonly FunctionInfo[] =>
      m.k === "iter" ? generatorsOf(m, facts) : func.kind === "Name" ? nextOf(m) : [],
    );
    body.calls.push({ node, callees });
  }
  const items = consumed(node, (name) => isBuiltinName(facts, name));
  const isOwn = func.kind === "Attribute" && has(facts.typeOf(func.value), "instance");
  if (items && !isOwn) iteration(items, body, facts);
}

function awaits(node: py.Expression, body: Body, facts: Facts): void {
  facts.awaited.add(node);
  if (body.fn) body.fn.awaits = true;
}

function readExpression(root: py.Expression, body: Body, facts: Facts): void {
  const work: py.Expression[] = [root];
  for (let e = work.pop(); e; e = work.pop()) {
    if (e.kind === "Lambda") continue;
    if (e.kind === "Call") {
      const callee = facts.typeOf(e.func);
      if (members(callee).some((m) => isAsyncLibrary(m, e, facts))) awaits(e, body, facts);
      const reached = facts.callees.get(e);
      // A generator's call only makes it: iterating awaits.
      asked(e, body, facts);
      if (reached) body.calls.push({ node: e, callees: [...reached].filter((fn) => !fn.isGenerator) });
    }
    if (e.kind === "Attribute") {
      const getters = propertyFunctions(e, "getter", facts);
      if (getters.length > 0) body.calls.push({ node: e, callees: getters });
    }
    if (e.kind === "Subscript") {
      const callees = members(facts.typeOf(e.value)).flatMap((m) => boundSpecial(m, "__getitem__")?.fn ?? []);
      if (callees.length > 0) body.calls.push({ node: e, callees });
    }
    if (isComprehension(e)) {
      for (const generator of e.generators) {
        iteration(generator.iter, body, facts);
        work.push(generator.iter, ...generator.ifs);
      }
      work.push(...(e.kind === "DictComp" ? [e.key, e.value] : [e.elt]));
    } else if (e.kind === "Yield") {
      if (e.value) work.push(e.value);
    } else for (const child of childExpressions(e)) work.push(child);
  }
}

function isAsyncLibrary(type: Type, node: py.Call, facts: Facts): boolean {
  if (type.k !== "libfn" && type.k !== "method" && type.k !== "libclass") return false;
  const entry = library.callable(type);
  if (!entry?.async || !entry.waitsFor) return Boolean(entry?.async);
  const { parameter, types } = entry.waitsFor;
  const bound = bindCall(entry.params, node);
  const arg = bound.ok ? bound.args.get(parameter) : undefined;
  return arg !== undefined && members(facts.typeOf(arg)).some((m) => m.k === "lib" && types.includes(m.name));
}
