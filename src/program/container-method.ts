import type * as py from "../python/ast.ts";
import type { NameBindings } from "./name-bindings.ts";
import { Written } from "./written-lambda.ts";

/** How many values a method of a container is called with, after the container. */
const arities: Readonly<Record<string, number>> = {
  get: 1,
  has_key: 1,
  append: 1,
  __getitem__: 1,
  __delitem__: 1,
  __contains__: 1,
  __setitem__: 2,
};

/** In the body of a class that derives from dict, `__getattr__ = dict.get` is `def __getattr__(self, key): return dict.get(self, key)`. */
export function containerMethod(
  cls: py.ClassDef,
  item: py.Statement,
  bindings: () => NameBindings,
): py.FunctionDef | null {
  if (item.kind !== "Assign" || item.targets.length !== 1 || cls.bases.length !== 1) return null;
  const [target] = item.targets;
  const [base] = cls.bases;
  const { value } = item;
  if (target?.kind !== "Name" || value.kind !== "Attribute" || value.value.kind !== "Name" || base?.kind !== "Name")
    return null;
  const count = arities[value.attr];
  const { id } = value.value;
  if (count === undefined || id !== base.id || (id !== "dict" && id !== "list")) return null;
  const names = bindings();
  if (names.hasStar || names.of(id).length > 0) return null;
  const at = new Written(value);
  const given = ["key", "value"].slice(0, count);
  const called = at.call(
    value,
    ["self", ...given].map((name) => at.name(name)),
  );
  const { leading, trailingComment, blankLinesBefore } = item;
  return { ...at.method(target.id, ["self", ...given], called), leading, trailingComment, blankLinesBefore };
}
