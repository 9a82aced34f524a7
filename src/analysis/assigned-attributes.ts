import type * as py from "../python/ast.ts";
import { targetParts } from "../python/targets.ts";
import { suites } from "../python/statement-parts.ts";

/** The names that the methods in the body of a class assign on their `self`. */
export function assignedByMethods(body: py.Block): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of body.body) {
    if (statement.kind === "FunctionDef") visit(statement, statement.body.body, found);
    else if (statement.kind !== "ClassDef")
      for (const suite of suites(statement)) for (const name of assignedByMethods(suite)) found.add(name);
  }
  return found;
}

function visit(fn: py.FunctionDef, body: readonly py.Statement[], found: Set<string>): void {
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
    for (const suite of suites(statement)) visit(fn, suite.body, found);
  }
}
