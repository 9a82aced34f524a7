import type * as py from "../python/ast.ts";

/** Built-in functions that go through all items before they give anything. */
const consumers: ReadonlySet<string> = new Set("list tuple set frozenset sorted sum min max dict".split(" "));

/** Those that stop at the item that decides. */
const deciders: ReadonlySet<string> = new Set(["any", "all"]);

/** The argument that a call goes through at once: `list(items)`, `', '.join(items)`, `found.extend(items)`; null where there is none. */
export function consumed(node: py.Call, isBuiltin: (name: py.Name) => boolean): py.Expression | null {
  const [first] = node.args;
  if (!first) return null;
  const { func } = node;
  if (func.kind === "Name") return node.args.length === 1 && consumers.has(func.id) && isBuiltin(func) ? first : null;
  return func.kind === "Attribute" && ["join", "extend", "update"].includes(func.attr) ? first : null;
}

/** Whether a call is done with a generator expression, its first argument, when it gives its result. `own`: methods that classes of the program have. */
export function isDoneWith(node: py.Call, isBuiltin: (name: py.Name) => boolean, own: ReadonlySet<string>): boolean {
  const { func } = node;
  if (func.kind === "Attribute" && own.has(func.attr)) return false;
  return (
    consumed(node, isBuiltin) !== null ||
    (func.kind === "Name" && node.args.length === 1 && deciders.has(func.id) && isBuiltin(func))
  );
}
