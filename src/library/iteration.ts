import { asTuples } from "../analysis/built-in-part.ts";
import { holdsMixture } from "./mixed-text.ts";
import { iterators } from "./iterator.ts";
import { sum } from "./sum.ts";
import { confusesSequences, ordersByName, holds } from "../analysis/comparable.ts";
import { iterOf, listOf, none, sequenceOf, type Type, tupleOf, unknown } from "../analysis/types.ts";
import { array, arrow, call, id, method, spread, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type Emitted, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { arrayOf, elementOf, iterable, iterableTs, askedIterable } from "./iterable.ts";
import { type Cell } from "../analysis/cells.ts";
import { has, isText, only, without } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import type * as py from "../python/ast.ts";

/** Why values of this type cannot be put in Python's order; null where they can. */
export function orderless(type: Type): string | null {
  if (holds(type, "set")) return "an order of sets, which is only partial";
  if (confusesSequences(type, type)) return "an order of lists and tuples";
  return ordersByName(type, type) ? "an order of tuples and other values" : null;
}

/** The element types of the lists that `zip` and `map` go through side by side; what `*rows` gives too. */
const columns = (c: CallTypes, name: string): Type[] => c.rest(name).map((type) => elementOf(c, type));

/** What each of the lists in `*rows` holds. */
const columnOf = (c: CallTypes, rows: Type): Type => elementOf(c, elementOf(c, rows));

const zip = fn(
  "*lists*",
  (c) => {
    const star = c.starType();
    if (!star) return listOf(c.clock, c.rest("lists").length === 0 ? { k: "never" } : tupleOf(columns(c, "lists")));
    const of: Cell = c.clock.cell(union([columnOf(c, star), ...columns(c, "lists")]));
    return listOf(c.clock, { k: "sequence", elem: of });
  },
  (c): Emitted => {
    const lists = restIterables(c, (i) => `zip argument #${i + 1} must support iteration`);
    if (typeof lists === "string") return lists;
    const star = c.starNode();
    if (!star) return lists.length === 0 ? array([]) : call(c.runtime("python", "zip"), lists);
    const rows = c.typeOf(star);
    const inner = asTuples(elementOf(c, rows));
    if (!only(rows, "list", "tuple", "sequence", "iter") || !only(inner, "list", "tuple", "sequence", "iter", "set"))
      return "zip(*x) of what is not known to hold lists";
    return call(c.runtime("python", "zipRows"), [
      lists.length === 0 ? c.translate(star) : array([...lists, spread(c.translate(star))]),
    ]);
  },
);

/** The lists of a call; `message` is what Python says of one that is none. */
function restIterables(c: CallEmit, message: (i: number) => string): ts.Expression[] | string {
  const made: ts.Expression[] = [];
  const types = c.rest("lists");
  for (const [i, value] of c.restTs("lists").entries()) {
    const type = types[i] ?? unknown;
    const one = askedIterable(c, value, type, message(i));
    if (typeof one === "string") return one;
    made.push(one);
  }
  return made;
}

/** `f` of the items of each column of `*rows`: a function of the program that takes as many as there are. */
function mapRows(c: CallEmit, rows: py.Expression): Emitted {
  const takesAny = members(c.type("f")).every(
    (m) =>
      m.k === "func" &&
      m.self === null &&
      m.wraps === null &&
      !m.fn.async &&
      m.fn.node.params.positional.length === 0 &&
      m.fn.node.params.vararg !== null,
  );
  if (!takesAny || c.has("first")) return "map(f, *rows) of a function that does not take as many values as there are";
  const inner = elementOf(c, c.typeOf(rows));
  if (!only(c.typeOf(rows), "list", "tuple", "sequence") || !only(inner, "list", "tuple", "sequence"))
    return "map(f, *rows) of what is not known to hold lists";
  const f = c.handed("f", 1);
  return typeof f === "string" ? f : call(c.runtime("python", "mapTogether"), [f, spread(c.translate(rows))]);
}

const map = fn(
  "f:callable|none, first?, *lists*",
  (c) => {
    const star = c.starType();
    if (star) return listOf(c.clock, c.callResult(c.type("f"), [columnOf(c, star)]));
    const types = [elementOf(c, c.type("first")), ...columns(c, "lists")];
    if (!only(c.type("f"), "none")) return listOf(c.clock, c.callResult(c.type("f"), types));
    return listOf(c.clock, types.length === 1 ? types[0] : tupleOf(types.map((type) => union([type, none]))));
  },
  (c): Emitted => {
    const rows = c.starNode();
    if (rows) return mapRows(c, rows);
    if (!c.has("first")) return "map() of nothing";
    const types = [elementOf(c, c.type("first")), ...columns(c, "lists")];
    const isNone = only(c.type("f"), "none");
    const message = (i: number): string => `argument ${i + 2} to map() must support iteration`;
    const first = askedIterable(c, c.ts("first"), c.type("first"), message(0));
    if (types.length > 1) {
      const others = restIterables(c, (i) => message(i + 1));
      if (typeof first === "string") return first;
      if (typeof others === "string") return others;
      if (isNone) return call(c.runtime("python", "zipLongest"), [first, ...others]);
      const together = c.callback("f", types);
      return typeof together === "string"
        ? together
        : call(c.runtime("python", "mapTogether"), [together, first, ...others]);
    }
    const isList = only(c.type("first"), "list", "tuple", "sequence");
    const items = isNone || isList ? arrayOf(c, "first") : first;
    if (typeof items === "string") return items;
    if (isNone) return array([spread(items)]);
    const made = c.callback("f", types);
    if (typeof made === "string") return made;
    // An iterator is asked for one item at a time.
    if (isList) return method(items, "map", [givesNone(c) ? noneOf(c, made) : made]);
    // What raises leaves the rest of an iterator that has a name.
    const isNamed = only(c.type("first"), "iter") && c.node("first")?.kind !== "Call";
    return method(id("Array"), "from", [isNamed ? call(c.runtime("python", "remaining"), [items]) : items, made]);
  },
);

/** Functions of the program without a value, which is no None in TypeScript. */
const givesNone = (c: CallEmit): boolean =>
  members(c.type("f")).some((m) => m.k === "func" && !m.wraps && m.fn.returnsNothing && !m.fn.returnsValue);

/** show  →  (item) => nothing(show(item)) */
const noneOf = (c: CallEmit, f: ts.Expression): ts.Expression =>
  f.type === "Identifier" || f.type === "MemberExpression"
    ? arrow([id("item")], call(c.runtime("python", "nothing"), [call(f, [id("item")])]))
    : f;

/** What may be a text, of which Python would make another thing: one is not translated. */
const noText = (c: CallEmit, name: string): ts.Expression | string =>
  iterableTs(c, call(c.runtime("python", "notText"), [c.ts(name)]), c.type(name));

const filter = fn(
  "f:callable|none, items",
  (c) => {
    const type = c.type("items");
    const elem = elementOf(c, type);
    if (!only(c.type("f"), "none")) c.callResult(c.type("f"), [elem]);
    const some = without(type, "none");
    if (isText(some)) return some;
    return only(some, "tuple", "sequence") && some.k !== "never" ? sequenceOf(c.clock, elem) : listOf(c.clock, elem);
  },
  (c): Emitted => {
    const type = c.type("items");
    const elem = elementOf(c, type);
    const some = without(type, "none");
    if (!only(some, "tuple", "sequence") && !isText(some) && has(some, "tuple", "sequence", "str", "unicode"))
      return "filter() of what may be a text or tuple, of which it makes one";
    const isList = only(some, "list", "tuple", "sequence") && some.k !== "never";
    const ofNone = "'NoneType' object is not iterable";
    const asked = some !== type && (isList || isText(some)) ? askedIterable(c, c.ts("items"), type, ofNone) : null;
    const items =
      asked ?? (isList ? arrayOf(c, "items") : has(type, "json") ? noText(c, "items") : iterable(c, "items"));
    if (typeof items === "string") return items;
    const item = id("item");
    const test = only(c.type("f"), "none") ? arrow([item], c.truthOf(item, elem)) : c.callback("f", [elem], true);
    if (typeof test === "string") return test;
    if (isList) return method(items, "filter", [test]);
    if (isText(some)) return method(method(array([spread(items)]), "filter", [test]), "join", [string("")]);
    // An iterator is asked for one item at a time.
    return array([spread(call(c.runtime("python", "lazily"), [items, arrow([item], item), test]))]);
  },
);

const reduce = fn(
  "f:callable, items, initial?",
  (c) => {
    const elem = elementOf(c, c.type("items"));
    const start = c.has("initial") ? c.type("initial") : elem;
    const once = c.callResult(c.type("f"), [start, elem]);
    return union([start, once, c.callResult(c.type("f"), [union([start, once]), elem])]);
  },
  (c): Emitted => {
    const type = c.type("items");
    const items = askedIterable(c, c.ts("items"), type, "reduce() arg 2 must support iteration");
    if (typeof items === "string") return items;
    const f = c.callback("f", [c.resultType, elementOf(c, c.type("items"))]);
    if (typeof f === "string") return f;
    return call(c.runtime("python", "reduce"), [f, items, ...(c.has("initial") ? [c.ts("initial")] : [])]);
  },
);

const extreme = (name: "min" | "max"): FunctionEntry =>
  fn(
    "first?, /, *others*, key?:callable|none",
    (c) => {
      const type = comparedType(c);
      if (isKeyed(c)) c.callResult(c.type("key"), [type]);
      return type;
    },
    (c): Emitted => {
      const others = c.restTs("others");
      const type = comparedType(c);
      const keyed = isKeyed(c);
      const bad = keyed ? null : orderless(type);
      if (bad) return bad;
      if (!keyed && holdsMixture(type)) c.assume("A0106", "str and unicode compared");
      // Of floats JavaScript's own gives NaN where there is one, Python what no later one is beyond.
      if (others.length > 0 && !keyed && !c.starNode() && only(type, "int"))
        return call(
          { type: "MemberExpression", object: id("Math"), property: id(name), computed: false, optional: false },
          [c.ts("first"), ...others],
        );
      const star = c.starNode();
      if (!star && !c.has("first")) return `${name}() of nothing`;
      const items = star
        ? spreadItems(c, name, star)
        : others.length > 0
          ? array([c.ts("first"), ...others])
          : iterable(c, "first");
      if (typeof items === "string") return items;
      const key = keyed ? c.callback("key", [type]) : null;
      if (typeof key === "string") return key;
      return call(c.runtime("python", name), key ? [items, key] : [items]);
    },
  );

/** What `max` and `min` compare: their arguments, or the items of a single one. */
function comparedType(c: CallTypes): Type {
  const star = c.starType();
  const given = [...(c.has("first") ? [c.type("first")] : []), ...c.rest("others")];
  if (star) return union([...given, elementOf(c, star)]);
  const [only_, ...others] = given;
  return only_ && others.length === 0 ? elementOf(c, only_) : union(given);
}

/** `max(a, *items)`, of numbers or texts. */
function spreadItems(c: CallEmit, name: string, star: py.Expression): Emitted {
  const type = comparedType(c);
  const isPlain = members(type).every((m) => ["int", "long", "float", "bool", "str", "unicode"].includes(m.k));
  if (!isPlain) return `${name}() with *args that may hold containers`;
  const items = iterableTs(c, c.translate(star), c.typeOf(star));
  if (typeof items === "string") return items;
  const given = [...(c.has("first") ? [c.ts("first")] : []), ...c.restTs("others")];
  return call(c.runtime("python", "severalOf"), [array([...given, spread(items)]), string(name)]);
}

const isKeyed = (c: CallTypes): boolean => c.has("key") && !only(c.type("key"), "none");

const reversed = fn(
  "items:list|tuple|sequence|text|none|json|collections.deque|iter",
  (c) => iterOf(c.clock, elementOf(c, c.type("items"))),
  (c): Emitted => {
    if (has(c.type("items"), "iter")) return reversedRange(c);
    if (only(c.type("items"), "list", "tuple", "sequence"))
      return call(c.runtime("python", "reversed"), [c.ts("items")]);
    if (has(c.type("items"), "json"))
      return call(c.runtime("python", "reversed"), [call(c.runtime("python", "requireSequence"), [c.ts("items")])]);
    // None is no sequence: its text, and that of a number, is another than that of going over it.
    const it = askedIterable(c, c.ts("items"), c.type("items"), "argument to reversed() must be a sequence");
    return typeof it === "string" ? it : call(c.runtime("python", "reversed"), [array([spread(it)])]);
  },
);

/** `reversed(xrange(n))`, whose counter has an end to begin with; no other iterator has. */
function reversedRange(c: CallEmit): Emitted {
  const made = c.ts("items");
  const isRange = made.type === "CallExpression" && isSameName(made.callee, c.runtime("python", "xrange"));
  if (!isRange) return "reversed() of what may be an iterator";
  return call(c.runtime("python", "reversed"), [call(c.runtime("python", "range"), made.arguments)]);
}

const isSameName = (a: ts.Expression | ts.Super, b: ts.Expression): boolean =>
  a.type === "Identifier" && b.type === "Identifier" && a.name === b.name;

/** Built-in functions that go through what they are given. */
export const iterationFunctions: Readonly<Record<string, Entry>> = {
  zip,
  map,
  filter,
  reduce,
  min: extreme("min"),
  max: extreme("max"),
  sum,
  reversed,
  ...iterators,
};
