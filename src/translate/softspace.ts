import { suites } from "../analysis/statement-parts.ts";
import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";

/** Whether some `print` of the program ends in a comma: then what it leaves pending counts for every other print. */
export function usesSoftspace(program: Program): boolean {
  return program.modules.some((module) => anywhere(module.tree.body));
}

function anywhere(body: readonly py.Statement[]): boolean {
  return body.some(
    (s) =>
      (s.kind === "Print" && !s.newline && !s.dest) ||
      (s.kind === "FunctionDef" && anywhere(s.body.body)) ||
      suites(s).some((suite) => anywhere(suite.body)),
  );
}
