import type * as py from "../python/ast.ts";
import type { NameBindings } from "./name-bindings.ts";
import { calledWith } from "./partial.ts";

/**
 * A thread, or a timer, whose function is given keywords:
 *   Thread(target=work, args=(1,), kwargs={'loud': True})  →  Thread(target=lambda: work(1, loud=True))
 * Null where it has none, or where they are not written out.
 */
export function threadCall(node: py.Call, name: string, bindings: NameBindings): py.Expression | null {
  const places =
    name === "threading.Timer"
      ? ["interval", "function", "args", "kwargs"]
      : ["group", "target", "name", "args", "kwargs"];
  const given = new Map<string, py.Expression>();
  for (const [i, arg] of node.args.entries()) given.set(places[i] ?? "", arg);
  for (const { name: keyword, value } of node.keywords) given.set(keyword, value);
  const word = name === "threading.Timer" ? "function" : "target";
  const [target, args, kwargs] = [word, "args", "kwargs"].map((place) => given.get(place));
  const isOwn = name === "threading.Timer" ? args || kwargs : kwargs;
  if (!target || !isOwn || node.starargs || node.kwargs) return null;
  const positional = !args ? [] : args.kind === "Tuple" || args.kind === "List" ? args.elts : null;
  const keywords = kwargs ? keywordsOf(kwargs) : [];
  if (!positional || !keywords) return null;
  const call: py.Call = { ...node, args: [target, ...positional], keywords };
  const made = calledWith(call, target, bindings, 0);
  const rest = [...given].filter(([place]) => !["args", "kwargs", word].includes(place));
  const named = (place: string, value: py.Expression): py.Keyword => ({
    name: place,
    value,
    start: value.start,
    end: value.end,
  });
  return { ...node, args: [], keywords: [...rest.map(([place, value]) => named(place, value)), named(word, made)] };
}

/** The keywords of `{'b': 1}` or `dict(b=1)`; null of anything else. */
function keywordsOf(node: py.Expression): readonly py.Keyword[] | null {
  if (node.kind === "Call")
    return node.func.kind === "Name" &&
      node.func.id === "dict" &&
      node.args.length === 0 &&
      !node.starargs &&
      !node.kwargs
      ? node.keywords
      : null;
  if (node.kind !== "Dict") return null;
  const named = node.items.flatMap(({ key, value }) =>
    key?.kind === "Str" ? [{ name: key.value, value, start: key.start, end: value.end }] : [],
  );
  return named.length === node.items.length ? named : null;
}
