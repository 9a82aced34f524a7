import { builtinCalled } from "../program/builtin-name.ts";
import type { Place } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Reading } from "./quiet.ts";
import { isSamePath } from "../analysis/held-path.ts";
import { isOnlyLookedInto } from "./list-uses.ts";

/**
 * Where an expression at a place gives keys of a dict and nothing else, the expression that asked the dict for them: `d`, `d.keys()`, and
 * these sorted, listed or in part; a variable that was given such a list before, and nothing is put into it: `keys = d.keys(); keys.sort()`.
 */
export function keysOf(context: Reading, e: py.Expression, dict: py.Expression, place: Place): py.Expression | null {
  if (isSamePath(e, dict)) return e;
  const below = (part: py.Expression): py.Expression | null => keysOf(context, part, dict, place);
  switch (e.kind) {
    case "Name": {
      const symbol = context.module.bindings.symbols.get(e);
      const [write, ...more] = symbol?.writes ?? [];
      const statement = write?.place.block.body[write.place.index];
      if (!symbol || !write || more.length > 0 || statement?.kind !== "Assign") return null;
      if (statement.targets.length > 1 || statement.targets[0] !== write.node || !isBefore(write.place, place))
        return null;
      // Not the dict itself under another name.
      const isList = context.typeOf(statement.value).k === "list";
      return isList && isOnlyLookedInto(context, symbol) ? below(statement.value) : null;
    }
    case "Subscript":
      return e.slice.type === "slice" ? below(e.value) : null;
    case "Call": {
      if (e.starargs || e.kwargs) return null;
      if (e.func.kind === "Attribute") {
        const { attr, value } = e.func;
        return ["keys", "iterkeys"].includes(attr) && e.args.length === 0 && isSamePath(value, dict) ? e : null;
      }
      const [first] = e.args;
      return first && LISTING.has(builtinCalled(context.module.bindings, e) ?? "") ? below(first) : null;
    }
    default:
      return null;
  }
}

const LISTING: ReadonlySet<string> = new Set(["sorted", "list", "iter", "reversed", "set"]);

/** The statement at one place has come to its end whenever the other is reached, in the same round of the loops around it. */
function isBefore(statement: Place, place: Place): boolean {
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent)
    if (at.block === statement.block) return statement.index < at.index;
  return false;
}
