import { array, arrow, call, construct, nil, object, typeRef } from "../emit/build.ts";
import { constantKey } from "../analysis/constant-key.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import { holdsMixture } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import { isAdapter } from "./adapter.ts";
import { holdsTuple } from "./tuple-literals.ts";
import type { Context } from "./context.ts";
import { isQuiet } from "./quiet.ts";
import { has } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import { members } from "../analysis/join.ts";
import { expression } from "./expression.ts";

/** `{key: value}`: a record where its keys are fixed, else a Dict. */
export function dictDisplay(context: Context, node: py.Dict): ts.Expression {
  const Dict = context.runtime("python", "Dict");
  const type = context.typeOf(node);
  if (node.items.some((item) => item.key === null))
    return context.untranslated("U0103", "** in a dict: the file is Python 3", node);
  if (type.k === "dict" && holdsMixture(type.key.type)) context.report("A0106", "str and unicode as keys", node);
  if (type.k === "dict" && members(type.key.type).some(isAdapter))
    return context.untranslated("U0103", "functions or classes of the library as keys", node);
  const shape = type.k === "dict" ? type.record : null;
  const named = shape && context.records.nameOf(shape);
  if (named) {
    const fields = node.items.map(({ key, value }) => [constantKey(key) ?? "", expression(context, value)] as const);
    return call(context.runtime("python", "record"), [object(fields)], [typeRef(named)]);
  }
  const isSaid = type.k === "dict" && (node.items.length === 0 || isWider(type.key.type) || isWider(type.value.type));
  const types = isSaid ? context.elementTypes(type) : undefined;
  if (node.items.length === 0) return construct(Dict, [], types);
  if (storesInTurn(context, node.items))
    return context.untranslated("U0103", "a key that may have no hash, before an item that may raise", node);
  const entries = node.items.map(({ key, value }) => {
    if (!key || isQuiet(context, key) || isQuiet(context, value))
      return array([key ? expression(context, key) : nil(), expression(context, value)]);
    const made = expression(context, key);
    if (awaits(made)) return context.untranslated("U0103", "a key that waits, beside a value that is made first", key);
    return call(context.runtime("python", "valueFirst"), [expression(context, value), arrow([], made)]);
  });
  return construct(Dict, [array(entries)], types);
}

/** Python stores each item before it makes the next: a key without a hash is an error by then, before that of a later item. */
const storesInTurn = (context: Context, items: py.Dict["items"]): boolean =>
  items.some(
    ({ key }, i) =>
      key !== null &&
      has(context.typeOf(key), "dict") &&
      items.slice(i + 1).some((later) => !isQuiet(context, later.value) || (later.key && !isQuiet(context, later.key))),
  );

/** A type that may be wider than what TypeScript takes from the entries as they are written. */
const isWider = (type: Type): boolean =>
  members(type).length > 1 || holdsTuple(type) || has(type, "none", "unknown", "long", "list", "dict", "set");

/** `{value}`. */
export function setDisplay(context: Context, node: py.Set): ts.Expression {
  const type = context.typeOf(node);
  if (type.k === "set" && members(type.elem.type).some(isAdapter))
    return context.untranslated("U0103", "functions or classes of the library in a set", node);
  if (type.k === "set" && holdsMixture(type.elem.type)) context.report("A0106", "str and unicode in a set", node);
  return construct(context.runtime("python", "PySet"), [array(node.elts.map((e) => expression(context, e)))]);
}

/** A list or tuple as it is written. */
export function arrayDisplay(context: Context, node: py.List | py.Tuple): ts.Expression {
  const made = array(node.elts.map((e) => expression(context, e)));
  const type = context.typeOf(node);
  if (holdsTuple(type)) context.tuples.set(made, type);
  return made;
}
