import type { Type } from "../analysis/types.ts";
import { library } from "../library/index.ts";
import { bindCall, positionalCall } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { tsType, typeKey } from "./types.ts";

/**
 * Whether a container that the library gives has got values of other kinds since: TypeScript would take it for what it was.
 *   fields = line.split(","); fields.append(3)  →  const fields: (string | number)[] = line.split(",");
 */
export function hasGrown(context: Context, node: py.Expression, declared: Type): boolean {
  if (node.kind !== "Call" || (declared.k !== "list" && declared.k !== "dict" && declared.k !== "set")) return false;
  const callee = context.typeOf(node.func);
  const entry = library.callable(callee);
  const bound = entry && bindCall(entry.params, node);
  if (!entry || typeof entry.result !== "function" || !bound?.ok || bound.star || bound.kwargs) return false;
  const { args, rest } = bound;
  const given = positionalCall(entry, callee.k === "method" ? callee.receiver : { k: "never" }, [], {
    clock: context.facts.clock,
    callResult: () => ({ k: "unknown" }),
    sends: () => undefined,
    store: () => undefined,
    grow: () => undefined,
  });
  const made = entry.result({
    ...given,
    has: (name) => args.has(name),
    node: (name) => args.get(name) ?? null,
    names: () => [...args.keys()],
    restNodes: () => rest,
    type: (name) => {
      const arg = args.get(name);
      return arg ? context.typeOf(arg) : { k: "never" };
    },
    rest: () => rest.map((arg) => context.typeOf(arg)),
  });
  return made.k === declared.k && isWider(context, declared, made);
}

/** What it holds is of more kinds than what it was given to hold; of what is empty TypeScript is told anyway. */
function isWider(context: Context, declared: Type, made: Type): boolean {
  const held = (type: Type): readonly Type[] =>
    type.k === "dict" ? [type.key.type, type.value.type] : "elem" in type ? [type.elem.type] : [];
  const now = held(declared);
  return held(made).some((was, i) => {
    const is = now[i];
    if (!is || was.k === "never" || was.k === "unknown" || was.k === "poison") return false;
    return typeKey(tsType(context, was)) !== typeKey(tsType(context, is));
  });
}
