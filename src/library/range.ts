import { constantIndex } from "../analysis/infer-subscript.ts";
import { int, iterOf, listOf } from "../analysis/types.ts";
import { array, call, number, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, fn } from "./entry.ts";
import { inPlaces } from "./signature.ts";
import { has } from "../analysis/kinds.ts";

/** An argument of `range()`, whose TypeError names its place. */
function rangeArgument(c: CallEmit, name: "start" | "stop" | "step"): ts.Expression {
  const value = c.ts(name);
  if (!has(c.type(name), "none", "unknown", "json")) return value;
  const place = name === "step" || (name === "start" && c.has("stop")) ? name : "end";
  return call(c.runtime("python", "integerArgument"), [
    value,
    string(`range() integer ${place} argument expected, got %s.`),
    ...(has(c.type(name), "unknown") ? [string("str")] : []),
  ]);
}

export const range = fn(
  "start:int|none|unknown|json, stop?:int|none|unknown|json, step?:int|none|unknown|json",
  (c) => listOf(c.clock, int),
  (c) => {
    const given = (["start", "stop", "step"] as const).filter((name) => c.has(name));
    const stop = given.length === 1 ? c.node("start") : null;
    const length = stop && constantIndex(stop);
    // range(4) → [0, 1, 2, 3]
    if (length !== null && length > 0 && length <= WRITTEN_OUT)
      return array([...Array(length).keys()].map((n) => number(n)));
    return call(
      c.runtime("python", "range"),
      given.map((name) => rangeArgument(c, name)),
    );
  },
);

/** Up to how many items a range is written as a list. */
const WRITTEN_OUT = 10;

export const xrange = fn(
  "start:int, stop?:int, step?:int",
  (c) => iterOf(c.clock, int),
  (c) =>
    call(
      c.runtime("python", "xrange"),
      c.has("stop") ? inPlaces(c, ["start", "stop", "step"]) : [number(0), c.ts("start")],
    ),
);
