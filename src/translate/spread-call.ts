import { array, call, object, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { FunctionEntry } from "../library/entry.ts";
import type * as py from "../python/ast.ts";
import { only } from "../analysis/kinds.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { starred } from "./iterate.ts";

/**
 * A library function that is called with `*args` or `**kwargs`: the runtime finds what belongs to which parameter, and raises the
 * TypeError of those that do not fit.
 *
 *     urlopen(url, *args, **kw)   →   await fetchOrThrow(...urlopenArguments([url, ...args], kw))
 */
export function spreadCall(
  context: Context,
  { barrel = "http", feature, onlyPositional, emit }: NonNullable<FunctionEntry["spread"]>,
  node: py.Call,
  receiverTs: ts.Expression,
): ts.Expression {
  const { starargs, kwargs } = node;
  if (onlyPositional && (kwargs || node.keywords.length > 0))
    return context.untranslated("U0105", "called with *args or **kwargs", node);
  if (starargs && !only(context.typeOf(starargs), "sequence", "list", "tuple"))
    return context.untranslated("U0105", "called with *args of what is no sequence", node);
  if (kwargs && !only(context.typeOf(kwargs), "dict"))
    return context.untranslated("U0105", "called with **kwargs of what is no dict", node);
  const positional = node.args.map((arg) => expression(context, arg));
  const star = starargs && starred(context, starargs);
  const args = star && positional.length === 0 ? star : array([...positional, ...(star ? [spread(star)] : [])]);
  const named = node.keywords.map(({ name, value }) => [name, expression(context, value)] as const);
  const all = [args, ...(named.length > 0 ? [object(named)] : []), ...(kwargs ? [expression(context, kwargs)] : [])];
  const runtime = (barrel: "http" | "python", name: string): ts.Expression => context.runtime(barrel, name);
  return emit({ runtime, receiverTs }, spread(call(context.runtime(barrel, feature), all)));
}
