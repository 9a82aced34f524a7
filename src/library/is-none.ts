import type * as py from "../python/ast.ts";

export const isNone = (node: py.Expression | null): boolean =>
  node === null || (node.kind === "Name" && node.id === "None");
