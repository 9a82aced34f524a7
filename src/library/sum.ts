import { isDynamic } from "../analysis/dynamic.ts";
import { binaryMethod, isNewStyle } from "../analysis/special-methods.ts";
import { float, int, isNotImplemented, json, long, never, type Type, unknown } from "../analysis/types.ts";
import type * as py from "../python/ast.ts";
import { as, call, number } from "../emit/build.ts";
import { type CallTypes, type Emitted, fn } from "./entry.ts";
import { elementOf, iterable } from "./iterable.ts";
import { namedText, namesText } from "./mixed-text.ts";
import { filter, has, isLong, isNumber, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** What each step of adding objects gives; null where neither of the two has a method for it. */
function sumOfObjects(c: CallTypes, elem: Type): Type | null {
  if (!has(elem, "instance") || !only(elem, "instance", "int", "float")) return null;
  const start = c.has("start") ? c.type("start") : int;
  const step = (left: Type): Type | null => {
    const steps = members(left).flatMap((l) => members(elem).map((r) => binaryMethod("+", l, r, false)));
    if (steps.includes(null)) return null;
    const given = union(
      steps.map((found) => (found ? c.callResult(found.method, [found.of === "left" ? elem : left]) : never)),
    );
    return filter(given, (m) => !isNotImplemented(m));
  };
  const first = step(start);
  const next = first && step(first);
  return first && next && union([start, first, next]);
}

/** A method of the objects' classes is all that Python asks for: none derives from another one that it adds. */
const isPlain = (elem: Type): boolean =>
  members(elem).every((m) => m.k !== "instance" || (isNewStyle(m.cls) && m.cls.lineage.length === 1));

/** Times that are added to a time: Python starts with 0 otherwise, which none of them takes. */
const isDeltas = (c: CallTypes, elem: Type): boolean =>
  [elem, c.type("start")].every((t) => t.k === "lib" && t.name === "datetime.timedelta");

/** A list that is written with items. */
const isFilled = (node: py.Expression | null): boolean =>
  (node?.kind === "List" || node?.kind === "Tuple") && node.elts.length > 0;

/** `sum(items, start)`. */
export const sum = fn(
  "items, start?",
  (c) => {
    const type = elementOf(c, c.type("items"));
    if (only(type, "list") && only(c.type("start"), "list")) return union([type, c.type("start")]);
    if (isLong(type)) return union([long, c.has("start") ? c.type("start") : never]);
    // Of items that are still to be heard of it is not said that there are none.
    if (type.k === "never") return c.has("start") ? c.type("start") : c.clock.hasHeard ? int : never;
    if (isDeltas(c, type)) return type;
    if (has(type, "instance")) return sumOfObjects(c, type) ?? unknown;
    return only(type, "int", "float", "bool")
      ? union([
          ...(has(type, "float") ? [float] : []),
          ...(has(type, "int", "bool") ? [int] : []),
          c.has("start") ? c.type("start") : never,
        ])
      : only(type, "int", "float", "bool", "json")
        ? json
        : unknown;
  },
  (c): Emitted => {
    const it = iterable(c, "items");
    if (typeof it === "string") return it;
    const elem = elementOf(c, c.type("items"));
    const args = c.has("start") ? [it, c.ts("start")] : [it];
    if (only(elem, "list") && only(c.type("start"), "list")) return call(c.runtime("python", "sumLists"), args);
    if (isDeltas(c, elem)) return call(c.runtime("python", "sumDeltas"), args);
    if (isLong(elem)) return call(c.runtime("python", "longSum"), args);
    if (has(elem, "instance") && !has(c.resultType, "unknown") && isPlain(elem))
      return as(call(c.runtime("python", "sumObjects"), args), c.tsType(c.resultType));
    if (c.has("start") && !isNumber(c.type("start"))) return "sum() from a start that is not known to be a number";
    if (only(elem, "float") && !only(c.type("start"), "float") && !isFilled(c.node("items")))
      c.assume("A0103", "the sum of no floats is 0, not 0.0");
    if (isNumber(elem) || elem.k === "never") return call(c.runtime("python", "sum"), args);
    const [text] = namedText(elem);
    namesText(c, elem);
    const told = text ? [it, c.has("start") ? c.ts("start") : number(0), text] : args;
    if (only(elem, "int", "float", "bool", "json")) return call(c.runtime("python", "sumOf"), told);
    if (!isDynamic(elem) || has(elem, "instance")) return "sum() of values that are not known to be numbers";
    if (has(elem, "float", "unknown")) c.assume("A0103", "sum() of values that may be ints or floats");
    return call(c.runtime("python", "sumOf"), told);
  },
);
