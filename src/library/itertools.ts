import { inPlaces } from "./signature.ts";
import { int, iterOf, none, sequenceOf, type Type, tupleOf, unknown } from "../analysis/types.ts";
import { arrow, as, call, id, method, nil, not, number, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { elementOf, iterable, iterableTs, askedIterable } from "./iterable.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { isAscii, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** Each argument as something to go over; the reason when one is not known to be. */
function iterables(c: CallEmit, names: readonly string[], asker?: string): ts.Expression[] | string {
  const made: ts.Expression[] = [];
  for (const [i, name] of names.entries()) {
    const message = `${asker} argument #${i + 1} must support iteration`;
    const one = asker ? askedIterable(c, c.ts(name), c.type(name), message) : iterable(c, name);
    if (typeof one === "string") return one;
    made.push(one);
  }
  return made;
}

const given = (c: CallTypes, names: readonly string[]): string[] => names.filter((name) => c.has(name));
const several = ["first", "second", "third", "fourth"];
const SEVERAL = "first, second?, third?, fourth?";

/** A runtime generator over one to four iterables. */
const over = (name: string, feature: string, result: (c: CallTypes, elements: readonly Type[]) => Type) =>
  fn(
    SEVERAL,
    (c) =>
      iterOf(
        c.clock,
        result(
          c,
          given(c, several).map((name) => elementOf(c, c.type(name))),
        ),
      ),
    (c): Emitted => {
      const made = iterables(c, given(c, several), name);
      return typeof made === "string" ? made : call(c.runtime("python", feature), made);
    },
  );

/** A test of items, applied by a runtime generator. */
const tested = (feature: string) =>
  fn(
    "predicate:callable, items",
    (c) => {
      const element = elementOf(c, c.type("items"));
      c.callResult(c.type("predicate"), [element]);
      return iterOf(c.clock, element);
    },
    (c): Emitted => {
      const items = iterable(c, "items");
      if (typeof items === "string") return items;
      const test = c.callback("predicate", [elementOf(c, c.type("items"))], true);
      return typeof test === "string" ? test : call(c.runtime("python", feature), [test, items]);
    },
  );

const islice = fn(
  "items, start:int|none, stop?:int|none, step?:int|none",
  (c) => iterOf(c.clock, elementOf(c, c.type("items"))),
  (c): Emitted => {
    const items = iterable(c, "items");
    if (typeof items === "string") return items;
    const bounds = given(c, ["start", "stop", "step"]);
    if (bounds.some((name) => !only(c.type(name), "int") && !only(c.type(name), "none")))
      return "bounds of islice() that may be None";
    if (bounds.length === 1) return call(c.runtime("python", "islice"), [items, zero, c.ts("start")]);
    const start = only(c.type("start"), "none") ? zero : c.ts("start");
    const step = c.has("step") && !only(c.type("step"), "none") ? [c.ts("step")] : [];
    return call(c.runtime("python", "islice"), [
      items,
      start,
      only(c.type("stop"), "none") ? nil() : c.ts("stop"),
      ...step,
    ]);
  },
);

const zero: ts.Expression = { type: "Literal", value: 0, raw: "0" };

const groupby = fn(
  "items, /, key?:callable|none",
  (c) => {
    const element = elementOf(c, c.type("items"));
    const key = c.has("key") && !only(c.type("key"), "none") ? c.callResult(c.type("key"), [element]) : element;
    return iterOf(c.clock, tupleOf([key, iterOf(c.clock, element)]));
  },
  (c): Emitted => {
    const items = iterable(c, "items");
    if (typeof items === "string") return items;
    const item = id("item");
    const keyed = c.has("key") && !only(c.type("key"), "none");
    const key = keyed ? c.callback("key", [elementOf(c, c.type("items"))]) : arrow([item], item);
    return typeof key === "string" ? key : call(c.runtime("python", "groupBy"), [items, key]);
  },
);

/** The items for which a test holds, or does not. */
const selected = (holds: boolean) =>
  fn(
    "predicate:callable|none, items",
    (c) => {
      const element = elementOf(c, c.type("items"));
      if (!only(c.type("predicate"), "none")) c.callResult(c.type("predicate"), [element]);
      return iterOf(c.clock, element);
    },
    (c): Emitted => {
      const items = iterable(c, "items");
      if (typeof items === "string") return items;
      const element = elementOf(c, c.type("items"));
      const item = id("item");
      const test = only(c.type("predicate"), "none")
        ? arrow([item], c.truthOf(item, element))
        : c.callback("predicate", [element], true);
      if (typeof test === "string") return test;
      const kept = holds ? test : arrow([item], not(call(test, [item])));
      return call(c.runtime("python", "lazily"), [items, arrow([item], item), kept]);
    },
  );

const imap = fn(
  "f:callable, first, second?, third?",
  (c) => {
    const types = given(c, several).map((name) => elementOf(c, c.type(name)));
    return iterOf(c.clock, c.callResult(c.type("f"), types));
  },
  (c): Emitted => {
    const names = given(c, several);
    const made = iterables(c, names);
    if (typeof made === "string") return made;
    const f = c.callback(
      "f",
      names.map((name) => elementOf(c, c.type(name))),
    );
    if (typeof f === "string") return f;
    return names.length === 1
      ? call(c.runtime("python", "lazily"), [...made, f])
      : call(c.runtime("python", "starMap"), [f, call(c.runtime("python", "zipLazily"), made)]);
  },
);

const starmap = fn(
  "f:callable, items",
  (c) => {
    const row = elementOf(c, c.type("items"));
    return iterOf(c.clock, row.k === "tuple" ? c.callResult(c.type("f"), row.items) : unknown);
  },
  (c): Emitted => {
    const items = iterable(c, "items");
    if (typeof items === "string") return items;
    const row = elementOf(c, c.type("items"));
    if (row.k !== "tuple") return "starmap() over what is not known to be tuples of one length";
    const f = c.callback("f", row.items);
    return typeof f === "string" ? f : call(c.runtime("python", "starMap"), [f, items]);
  },
);

const longest = fn(
  `${SEVERAL}, /, fillvalue?`,
  (c) => {
    const fill = c.has("fillvalue") ? c.type("fillvalue") : none;
    return iterOf(c.clock, tupleOf(given(c, several).map((name) => union([elementOf(c, c.type(name)), fill]))));
  },
  (c): Emitted => {
    const made = iterables(c, given(c, several), "izip_longest");
    if (typeof made === "string") return made;
    return call(c.runtime("python", "zipLongestLazily"), [c.has("fillvalue") ? c.ts("fillvalue") : nil(), ...made]);
  },
);

const compress = fn(
  "items, selectors, /",
  (c) => iterOf(c.clock, elementOf(c, c.type("items"))),
  (c): Emitted => {
    const made = iterables(c, ["items", "selectors"]);
    if (typeof made === "string") return made;
    const item = id("item");
    const test = arrow([item], c.truthOf(item, elementOf(c, c.type("selectors"))));
    return call(c.runtime("python", "compress"), [...made, test]);
  },
);

const tee = fn(
  "items, n?:int",
  (c) => {
    const one = iterOf(c.clock, elementOf(c, c.type("items")));
    const count = c.has("n") ? c.node("n") : null;
    if (!c.has("n")) return tupleOf([one, one]);
    return count?.kind === "Num" ? tupleOf(Array.from({ length: Number(count.number.value) }, () => one)) : unknown;
  },
  (c): Emitted => {
    const items = iterable(c, "items");
    if (typeof items === "string") return items;
    if (c.resultType.k !== "tuple") return "tee() into a number of iterators that is not a literal";
    return call(c.runtime("python", "tee"), [items, number(c.resultType.items.length)]);
  },
);

/** Tuples of items, as many as `r` says: where that is a literal the tuples have a known length. */
const drawn = (feature: string, r: "r" | "r?") =>
  fn(
    `items, /, ${r}:int`,
    (c) => {
      const element = elementOf(c, c.type("items"));
      return iterOf(c.clock, rowOf(c, element, c.node("r")));
    },
    (c): Emitted => {
      const items = iterable(c, "items");
      if (typeof items === "string") return items;
      const args = c.has("r") ? [items, c.ts("r")] : [items];
      const made = call(c.runtime("python", feature), args);
      return c.resultType.k === "iter" && c.resultType.elem.type.k === "tuple"
        ? as(made, c.tsType(c.resultType))
        : made;
    },
  );

function rowOf(c: CallTypes, element: Type, count: py.Expression | null): Type {
  const length = count?.kind === "Num" ? Number(count.number.value) : null;
  return length !== null && length <= 5 ? tupleOf(Array.from({ length }, () => element)) : sequenceOf(c.clock, element);
}

const product = fn(
  `${SEVERAL.replace("first", "first?")}, /, repeat?:int`,
  (c) => {
    const elements = given(c, several).map((name) => elementOf(c, c.type(name)));
    if (!c.has("repeat")) return iterOf(c.clock, tupleOf(elements));
    return iterOf(c.clock, elements.length === 1 ? rowOf(c, elements[0] ?? unknown, c.node("repeat")) : unknown);
  },
  (c): Emitted => {
    const made = iterables(c, given(c, several));
    if (typeof made === "string") return made;
    if (!c.has("repeat")) return call(c.runtime("python", "product"), made);
    if (made.length !== 1) return "product() of several iterables repeated";
    const rows = call(c.runtime("python", "productOf"), [...made, c.ts("repeat")]);
    return c.resultType.k === "iter" && c.resultType.elem.type.k === "tuple" ? as(rows, c.tsType(c.resultType)) : rows;
  },
);

/** A runtime generator over all that it is given, and over lists that stand in one (`*lists`). */
export const overAll = (feature: string): FunctionEntry =>
  fn(
    "*lists*",
    (c) => iterOf(c.clock, elementsOfAll(c)),
    (c): Emitted => {
      const made: (ts.Expression | ts.SpreadElement)[] = [];
      const types = c.rest("lists");
      for (const [i, value] of c.restTs("lists").entries()) {
        const one = iterableTs(c, value, types[i] ?? unknown);
        if (typeof one === "string") return one;
        made.push(one);
      }
      const star = c.starNode();
      if (star) {
        const rows = chained(c, c.typeOf(star), c.translate(star));
        if (typeof rows === "string") return rows;
        made.push(spread(rows));
      }
      const elem = c.resultType.k === "iter" ? c.resultType.elem.type : unknown;
      return call(c.runtime("python", feature), made, members(elem).length > 1 ? [c.tsType(elem)] : undefined);
    },
  );

/** What `*lists` of a call yields. */
export function elementsOfAll(c: CallTypes): Type {
  const star = c.starType();
  const elements = c.rest("lists").map((type) => elementOf(c, type));
  return union(star ? [...elements, elementOf(c, elementOf(c, star))] : elements);
}

/** Lists of lists; the reason where that is not known of a value. */
function chained(c: CallTypes, rows: Type, value: ts.Expression): ts.Expression | string {
  const kinds = ["list", "tuple", "sequence", "set", "iter"] as const;
  const inner = elementOf(c, rows);
  if (only(inner, "dict") && only(rows, "list", "tuple", "sequence", "iter")) return "chain() over the keys of dicts";
  if (only(rows, "dict") && only(inner, "tuple", "sequence")) return method(value, "keys");
  if (!only(rows, ...kinds) || !(only(inner, ...kinds) || (only(inner, "str") && members(inner).every(isAscii))))
    return "chain() over what is not known to hold lists";
  return value;
}

const fromIterable = fn(
  "lists",
  (c) => iterOf(c.clock, elementOf(c, elementOf(c, c.type("lists")))),
  (c): Emitted => {
    const rows = chained(c, c.type("lists"), c.ts("lists"));
    return typeof rows === "string" ? rows : call(c.runtime("python", "chainAll"), [rows]);
  },
);

export const itertools: LibraryModule = {
  name: "itertools",
  members: {
    chain: { ...overAll("chain"), statics: { from_iterable: fromIterable } },
    izip: over("izip", "zipLazily", (_, elements) => tupleOf(elements)),
    product,
    islice,
    groupby,
    takewhile: tested("takeWhile"),
    dropwhile: tested("dropWhile"),
    count: fn(
      "start?:int, step?:int",
      (c) => iterOf(c.clock, int),
      (c) => call(c.runtime("python", "countFrom"), inPlaces(c, ["start", "step"])),
    ),
    cycle: fn(
      "items",
      (c) => iterOf(c.clock, elementOf(c, c.type("items"))),
      (c): Emitted => {
        const items = iterable(c, "items");
        return typeof items === "string" ? items : call(c.runtime("python", "cycle"), [items]);
      },
    ),
    repeat: fn(
      "object, times?:int",
      (c) => iterOf(c.clock, c.type("object")),
      (c) => call(c.runtime("python", "repeatValue"), inPlaces(c, ["object", "times"])),
    ),
    imap,
    ifilter: selected(true),
    ifilterfalse: selected(false),
    starmap,
    izip_longest: longest,
    compress,
    tee,
    combinations: drawn("combinations", "r"),
    combinations_with_replacement: drawn("combinationsWithReplacement", "r"),
    permutations: drawn("permutations", "r?"),
  },
};
