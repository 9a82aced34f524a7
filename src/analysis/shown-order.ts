import type { Bindings } from "../program/bind.ts";
import type * as py from "../python/ast.ts";
import { isNewStyle } from "./special-methods.ts";
import type { Type } from "./types.ts";

/**
 * `[c.__name__ for c in C.__mro__]`, `C.mro()`: the names of the classes in the order in which Python looks through them, `object` last. Null
 * for any other comprehension, and where a base is of the library.
 */
export function shownOrder(
  { elt, generators }: py.ListComp,
  bindings: Bindings,
  typeOf: (node: py.Expression) => Type,
): readonly string[] | null {
  const [loop, ...others] = generators;
  if (!loop || others.length > 0 || loop.ifs.length > 0 || loop.target.kind !== "Name") return null;
  if (elt.kind !== "Attribute" || elt.attr !== "__name__" || elt.value.kind !== "Name") return null;
  if (elt.value.id !== loop.target.id || bindings.symbols.get(loop.target)?.scope.isComprehension !== true) return null;
  const of = classAsked(loop.iter);
  const type = of?.kind === "Name" ? typeOf(of) : null;
  if (type?.k !== "class" || type.cls.has("mro")) return null;
  const { cls } = type;
  if (!isNewStyle(cls) || cls.isOpaque || cls.libraryBase !== null || cls.part !== null) return null;
  return [...cls.lineage.map(({ name }) => name), "object"];
}

/** `C` of `C.__mro__` and `C.mro()`. */
function classAsked(node: py.Expression): py.Expression | null {
  if (node.kind === "Attribute") return node.attr === "__mro__" ? node.value : null;
  const isCall = node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr === "mro";
  const isBare = isCall && node.args.length + node.keywords.length === 0 && !node.starargs && !node.kwargs;
  return isBare && node.func.kind === "Attribute" ? node.func.value : null;
}
