import type * as py from "./ast.ts";

const LEAVING: ReadonlySet<py.StatementKind> = new Set<py.StatementKind>(["Return", "Raise", "Break", "Continue"]);

/** How many statements of a suite Python may reach: those up to the first that leaves it. */
export function afterLeaving(body: py.Block | py.Module): number {
  const at = body.body.findIndex(({ kind }) => LEAVING.has(kind));
  return at < 0 ? body.body.length : at + 1;
}
