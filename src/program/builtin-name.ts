import type * as py from "../python/ast.ts";
import type { Bindings } from "./bind.ts";

/** The name means what Python gives it: nothing in its scopes binds it. */
export function meansBuiltin(bindings: Bindings, name: py.Name): boolean {
  const symbol = bindings.symbols.get(name);
  return !symbol || (symbol.writes.length === 0 && !symbol.isParameter);
}

/** The built-in function that a call is of, by its name; null for a call of anything else. */
export const builtinCalled = (bindings: Bindings, node: py.Call): string | null =>
  node.func.kind === "Name" && meansBuiltin(bindings, node.func) ? node.func.id : null;
