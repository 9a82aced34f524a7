import { library } from "../library/index.ts";
import { LOCKS } from "../library/threading.ts";
import { bindCall } from "../library/signature.ts";
import { childExpressions } from "../program/bind.ts";
import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { ownExpressions, suites } from "./statement-parts.ts";
import { members, type Type } from "./types.ts";

/** One body: what it calls, and whether it awaits something of the library. */
interface Body {
  readonly fn: FunctionInfo | null;
  readonly calls: {
    readonly node: py.Expression;
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
        if (!waiting.has(node)) {
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

function readBody(fn: FunctionInfo | null, statements: readonly py.Statement[], facts: Facts): Body {
  const body: Body = { fn, calls: [] };
  const visit = (list: readonly py.Statement[]): void => {
    for (const statement of list) {
      for (const e of ownExpressions(statement)) readExpression(e, body, facts);
      if (statement.kind === "For") iteration(statement.iter, body, facts);
      if (statement.kind === "With" && body.fn && statement.items.some(({ context }) => isLock(facts.typeOf(context))))
        body.fn.awaits = true;
      for (const suite of suites(statement)) visit(suite.body);
    }
  };
  visit(statements);
  return body;
}

/** What `with` waits for. */
const isLock = (type: Type): boolean => members(type).some((m) => m.k === "lib" && LOCKS.includes(m.name));

function iteration(iter: py.Expression, body: Body, facts: Facts): void {
  for (const m of members(facts.typeOf(iter))) {
    if (m.k === "lib" && library.instanceType(m.name)?.asyncIteration) {
      facts.asyncIterations.add(iter);
      if (body.fn) body.fn.awaits = true;
    }
    if (m.k === "iter") {
      const generators = [...facts.functions.values()].filter((fn) => fn.isGenerator && fn.yields.root === m.elem.root);
      if (generators.length > 0) body.calls.push({ node: iter, callees: generators, iterates: true });
    }
  }
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
      if (reached) body.calls.push({ node: e, callees: [...reached].filter((fn) => !fn.isGenerator) });
    }
    if (e.kind === "Attribute") {
      const properties = members(facts.typeOf(e.value)).flatMap((m) => {
        const found = m.k === "instance" ? m.cls.findMethod(e.attr) : null;
        return found && found.method.fn.binding === "property" ? [found.method.fn] : [];
      });
      if (properties.length > 0) body.calls.push({ node: e, callees: properties });
    }
    if (e.kind === "ListComp" || e.kind === "SetComp" || e.kind === "GeneratorExp" || e.kind === "DictComp") {
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
