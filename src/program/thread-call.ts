import type * as py from "../python/ast.ts";
import type { NameBindings } from "./name-bindings.ts";
import { calledWith } from "./partial.ts";

/** A class whose objects call a function. */
interface CallingClass {
  readonly parameters: readonly string[];
  /** The parameter that is the function. */
  readonly called: string;
  /** Its translation hands on `args` by itself. */
  readonly takesArgs: boolean;
}

const classes = {
  "threading.Thread": { parameters: ["group", "target", "name", "args", "kwargs"], called: "target", takesArgs: true },
  "threading.Timer": { parameters: ["interval", "function", "args", "kwargs"], called: "function", takesArgs: false },
} as const satisfies Readonly<Record<string, CallingClass>>;

type ThreadClass = keyof typeof classes;

/**
 * A thread, or a timer, whose function is given keywords:
 *   Thread(target=work, args=(1,), kwargs={'loud': True})  →  Thread(target=lambda: work(1, loud=True))
 * Null where it has none, or where they are not written out.
 */
export function threadCall(node: py.Call, name: ThreadClass, bindings: NameBindings): py.Expression | null {
  const { parameters, called, takesArgs } = classes[name];
  if (node.starargs || node.kwargs || node.args.length > parameters.length) return null;
  const given = new Map(node.args.map((arg, i) => [parameters[i] ?? "", arg]));
  if (node.keywords.some(({ name: keyword }) => given.has(keyword))) return null;
  for (const keyword of node.keywords) given.set(keyword.name, keyword.value);
  const [target, args, kwargs] = [called, "args", "kwargs"].map((parameter) => given.get(parameter));
  if (!target || !(kwargs || (args && !takesArgs))) return null;
  const positional = !args ? [] : args.kind === "Tuple" || args.kind === "List" ? args.elts : null;
  const keywords = kwargs ? keywordsOf(kwargs, bindings) : [];
  if (!positional || !keywords) return null;
  const call: py.Call = { ...node, args: [target, ...positional], keywords };
  const made = calledWith(call, target, bindings, 0);
  const rest = [...given].filter(([place]) => !["args", "kwargs", called].includes(place));
  const named = (place: string, value: py.Expression): py.Keyword => ({
    name: place,
    value,
    start: value.start,
    end: value.end,
  });
  return { ...node, args: [], keywords: [...rest.map(([place, value]) => named(place, value)), named(called, made)] };
}

/** The keywords of `{'b': 1}` or `dict(b=1)`; null of anything else. */
function keywordsOf(node: py.Expression, bindings: NameBindings): readonly py.Keyword[] | null {
  if (node.kind === "Call")
    return node.func.kind === "Name" &&
      node.func.id === "dict" &&
      bindings.of("dict").length === 0 &&
      node.args.length === 0 &&
      !node.starargs &&
      !node.kwargs
      ? node.keywords
      : null;
  if (node.kind !== "Dict") return null;
  const named = node.items.flatMap(({ key, value }) =>
    key?.kind === "Str" ? [{ name: key.value, value, start: key.start, end: value.end }] : [],
  );
  return new Set(named.map(({ name }) => name)).size === node.items.length ? named : null;
}
