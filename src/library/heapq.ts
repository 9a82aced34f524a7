import { listOf, none, type Type, unknown } from "../analysis/types.ts";
import { call, number } from "../emit/build.ts";
import { type CallTypes, type Emitted, fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { elementOf, iterable } from "./iterable.ts";
import { orderless } from "./iteration.ts";
import { elementsOfAll, overAll } from "./itertools.ts";
import { only } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

const held = (c: CallTypes): Type => {
  const heap = c.type("heap");
  return heap.k === "list" ? heap.elem.type : unknown;
};

/** A function of the runtime over a list that is kept as a heap. */
const onHeap = (feature: string, params: string, result: (c: CallTypes) => Type): FunctionEntry =>
  fn(
    params,
    (c) => {
      const heap = c.type("heap");
      if (c.has("item") && heap.k === "list") c.store(heap.elem, c.type("item"));
      return result(c);
    },
    (c): Emitted => {
      const bad = orderless(held(c));
      if (bad) return bad;
      return call(c.runtime("python", feature), c.has("item") ? [c.ts("heap"), c.ts("item")] : [c.ts("heap")]);
    },
  );

/** `nlargest` and `nsmallest` are the beginning of what `sorted` gives. */
const selected = (reverse: boolean): FunctionEntry =>
  fn(
    "n:int!^, iterable, key?:callable|none",
    (c) => {
      const elem = elementOf(c, c.type("iterable"));
      if (c.has("key") && !only(c.type("key"), "none")) c.callResult(c.type("key"), [elem]);
      return listOf(c.clock, elem);
    },
    (c): Emitted => {
      const items = iterable(c, "iterable");
      if (typeof items === "string") return items;
      const elem = elementOf(c, c.type("iterable"));
      const keyed = c.has("key") && !only(c.type("key"), "none");
      const bad = keyed ? null : orderless(elem);
      if (bad) return bad;
      const key = keyed ? c.callback("key", [elem]) : null;
      if (typeof key === "string") return key;
      const feature = c.runtime("python", reverse ? "largest" : "smallest");
      return call(feature, key ? [c.ts("n"), items, key] : [c.ts("n"), items]);
    },
  );

const merged = overAll("mergeSorted");

/** `merge(a, b)`: what sorted lists hold, in order. */
const merge: FunctionEntry = {
  ...merged,
  emit: (c): Emitted => orderless(elementsOfAll(c)) ?? merged.emit(c),
};

export const heapq: LibraryModule = {
  name: "heapq",
  members: {
    heappush: onHeap("heapPush", "heap:list, item", () => none),
    heappop: onHeap("heapPop", "heap:list", held),
    heapify: onHeap("heapify", "heap:list", () => none),
    heapreplace: onHeap("heapReplace", "heap:list, item", held),
    heappushpop: onHeap("heapPushPop", "heap:list, item", held),
    nlargest: selected(true),
    nsmallest: selected(false),
    merge,
  },
};

const position = (feature: string): FunctionEntry =>
  fn("a:list|tuple|sequence, x, lo?:int, hi?:int", { k: "int" }, (c): Emitted => {
    const bad = orderless(union([elementOf(c, c.type("a")), c.type("x")]));
    if (bad) return bad;
    const bounds = c.has("hi") ? [c.has("lo") ? c.ts("lo") : number(0), c.ts("hi")] : c.has("lo") ? [c.ts("lo")] : [];
    return call(c.runtime("python", feature), [c.ts("a"), c.ts("x"), ...bounds]);
  });

const insertion = (feature: string): FunctionEntry =>
  fn(
    "a:list, x",
    (c) => {
      const list = c.type("a");
      if (list.k === "list") c.store(list.elem, c.type("x"));
      return none;
    },
    (c): Emitted => {
      const bad = orderless(union([elementOf(c, c.type("a")), c.type("x")]));
      return bad ?? call(c.runtime("python", feature), [c.ts("a"), c.ts("x")]);
    },
  );

export const bisect: LibraryModule = {
  name: "bisect",
  members: {
    bisect: position("bisectRight"),
    bisect_right: position("bisectRight"),
    bisect_left: position("bisectLeft"),
    insort: insertion("insortRight"),
    insort_right: insertion("insortRight"),
    insort_left: insertion("insortLeft"),
  },
};
