import type * as py from "../python/ast.ts";
import { targetParts } from "../python/targets.ts";
import { suites } from "../python/statement-parts.ts";

/** The names that a method assigns on its `self`. `sure` keeps to statements that always run. */
export function assignedAttributes(method: py.FunctionDef, sure = false): ReadonlySet<string> {
  const found = new Set<string>();
  visit(method, method.body.body, found, sure);
  return found;
}

/** The names that the methods in the body of a class assign on their `self`. */
export function assignedByMethods(body: py.Block): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of body.body) {
    if (statement.kind === "FunctionDef") visit(statement, statement.body.body, found, false);
    else if (statement.kind !== "ClassDef")
      for (const suite of suites(statement)) for (const name of assignedByMethods(suite)) found.add(name);
  }
  return found;
}

function visit(fn: py.FunctionDef, body: readonly py.Statement[], found: Set<string>, sure: boolean): void {
  const [self] = fn.params.positional;
  const selfName = self?.target.kind === "Name" ? self.target.id : null;
  for (const statement of body) {
    if (statement.kind === "Assign" || statement.kind === "AugAssign") {
      const targets = statement.kind === "Assign" ? statement.targets : [statement.target];
      for (const target of targets.flatMap(targetParts)) {
        if (target.kind === "Attribute" && target.value.kind === "Name" && target.value.id === selfName)
          found.add(target.attr);
      }
    }
    if (sure) {
      if (statement.kind === "If" && statement.orelse) both(fn, statement.body, statement.orelse, found);
      if (statement.kind === "Return" || statement.kind === "Raise") return;
      // What a handler may leave out is not sure, but the body of `with` and the end of `try … finally` are.
      if (statement.kind === "With") visit(fn, statement.body.body, found, true);
      if (statement.kind === "Try" && statement.finalbody) visit(fn, statement.finalbody.body, found, true);
    } else for (const suite of suites(statement)) visit(fn, suite.body, found, false);
  }
}

function both(fn: py.FunctionDef, a: py.Block, b: py.Block, found: Set<string>): void {
  const inA = new Set<string>();
  const inB = new Set<string>();
  visit(fn, a.body, inA, true);
  visit(fn, b.body, inB, true);
  for (const name of inA) if (inB.has(name)) found.add(name);
}
