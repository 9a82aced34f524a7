import type * as py from "../python/ast.ts";
import type { Bindings } from "./bind.ts";

/** The name means what Python gives it: nothing in its scopes binds it. */
export function meansBuiltin(bindings: Bindings, name: py.Name): boolean {
  const symbol = bindings.symbols.get(name);
  return !symbol || (symbol.writes.length === 0 && !symbol.isParameter);
}

/** The built-in that an expression names; null for anything else. */
export const builtinNamed = (bindings: Bindings, node: py.Expression): string | null =>
  node.kind === "Name" && meansBuiltin(bindings, node) ? node.id : null;

/** The built-in function that a call is of, by its name; null for a call of anything else. */
export const builtinCalled = (bindings: Bindings, node: py.Call): string | null => builtinNamed(bindings, node.func);
