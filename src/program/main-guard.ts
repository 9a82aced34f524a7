import type * as py from "../python/ast.ts";
import type { Bindings } from "./bind.ts";
import { meansBuiltin } from "./builtin-name.ts";
import type { ProgramModule } from "./program.ts";

/** `__name__ == '__main__'`: true in the file that was started alone. */
export function isMainGuard(bindings: Bindings, test: py.Expression): boolean {
  if (test.kind !== "Compare" || test.ops.length !== 1 || test.ops[0] !== "==") return false;
  const sides = [test.left, test.comparators[0]];
  return (
    sides.some((s) => s?.kind === "Name" && s.id === "__name__" && meansBuiltin(bindings, s)) &&
    sides.some((s) => s?.kind === "Str" && s.value === "__main__")
  );
}

/** The module has a part of its own that runs where it is started. */
export const hasMainGuard = ({ bindings, tree }: ProgramModule): boolean =>
  tree.body.some((statement) => statement.kind === "If" && isMainGuard(bindings, statement.test));
