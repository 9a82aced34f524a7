import type * as py from "../python/ast.ts";
import { suites } from "../python/statement-parts.ts";
import { members } from "./join.ts";
import type { Type } from "./types.ts";

/** Objects of which every `__len__` gives a count by its making, so that `len()` has nothing to refuse: Python wants an int that is 0 or more. */
export const hasPlainLength = (type: Type): boolean =>
  members(type).every((m) => {
    const node = m.k === "instance" ? m.cls.findMethod("__len__")?.method?.fn.node : undefined;
    // A body that may come to its end gives None.
    const ends = node?.kind === "FunctionDef" && node.body.body.at(-1)?.kind === "Return";
    return ends && returned(node.body).every(isCount);
  });

/** What a body gives back, null for `return` alone. */
const returned = (block: py.Block): readonly (py.Expression | null)[] =>
  block.body.flatMap((s) =>
    s.kind === "Return" ? [s.value] : s.kind === "FunctionDef" ? [] : suites(s).flatMap(returned),
  );

function isCount(e: py.Expression | null): boolean {
  if (e?.kind === "Num") return e.number.type === "int";
  if (e?.kind === "BinOp") return (e.op === "+" || e.op === "*") && isCount(e.left) && isCount(e.right);
  return e?.kind === "Call" && e.func.kind === "Name" && e.func.id === "len";
}
