import { sequenceElement } from "../analysis/element.ts";
import { int, iterOf, members, only, type Type, tupleOf, union } from "../analysis/types.ts";
import { arrow, call, id, nil } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { iterable } from "./builtins.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const elementOf = (c: CallTypes, type: Type): Type => union(members(type).map((m) => sequenceElement(m, c.clock)));

/** Each argument as something to go over; the reason when one is not known to be. */
function iterables(c: CallEmit, names: readonly string[]): ts.Expression[] | string {
  const made: ts.Expression[] = [];
  for (const name of names) {
    const one = iterable(c, name);
    if (typeof one === "string") return one;
    made.push(one);
  }
  return made;
}

const given = (c: CallTypes, names: readonly string[]): string[] => names.filter((name) => c.has(name));
const several = ["first", "second", "third", "fourth"];
const SEVERAL = "first, second?, third?, fourth?";

/** A runtime generator over one to four iterables. */
const over = (feature: string, result: (c: CallTypes, elements: readonly Type[]) => Type) =>
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
      const made = iterables(c, given(c, several));
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
      const item = id("item");
      const test = c.apply("predicate", item, elementOf(c, c.type("items")), true);
      return typeof test === "string" ? test : call(c.runtime("python", feature), [arrow([item], test), items]);
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
  "items, key?:callable|none",
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
    const key = keyed ? c.apply("key", item, elementOf(c, c.type("items"))) : item;
    return typeof key === "string" ? key : call(c.runtime("python", "groupBy"), [items, arrow([item], key)]);
  },
);

export const itertools: LibraryModule = {
  name: "itertools",
  members: {
    chain: over("chain", (_, elements) => union(elements)),
    izip: over("zipLazily", (_, elements) => tupleOf(elements)),
    product: over("product", (_, elements) => tupleOf(elements)),
    islice,
    groupby,
    takewhile: tested("takeWhile"),
    dropwhile: tested("dropWhile"),
    count: fn(
      "start?:int, step?:int",
      (c) => iterOf(c.clock, int),
      (c) =>
        call(
          c.runtime("python", "countFrom"),
          given(c, ["start", "step"]).map((name) => c.ts(name)),
        ),
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
      (c) =>
        call(
          c.runtime("python", "repeatValue"),
          given(c, ["object", "times"]).map((name) => c.ts(name)),
        ),
    ),
    ...refusedAll("imap ifilter ifilterfalse starmap", "write a generator expression"),
    ...refusedAll(
      "izip_longest compress tee combinations combinations_with_replacement permutations",
      "write a generator function",
    ),
  },
};
