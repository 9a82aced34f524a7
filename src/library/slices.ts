import { SLICE, slice } from "../analysis/slices.ts";
import { int, none, tupleOf } from "../analysis/types.ts";
import { union } from "../analysis/join.ts";
import { construct, member, method, nil } from "../emit/build.ts";
import { type ClassEntry, type Entry, fn, type InstanceType, value } from "./entry.ts";

/** `slice(stop)`, `slice(start, stop[, step])`. */
export const sliceClass: ClassEntry = {
  kind: "class",
  name: SLICE,
  runtime: { barrel: "python", name: "Slice" },
  constructor: fn("start:int|none, stop?:int|none, step?:int|none", slice, (c) =>
    construct(
      c.runtime("python", "Slice"),
      c.has("stop") ? [c.ts("start"), c.ts("stop"), ...(c.has("step") ? [c.ts("step")] : [])] : [nil(), c.ts("start")],
    ),
  ),
};

const bound = (name: string): Entry => value(union([int, none]), (c) => member(c.receiverTs, name));

export const sliceType: InstanceType = {
  name: SLICE,
  tsType: ({ runtimeType }) => runtimeType("python", "Slice"),
  hasText: true,
  members: {
    start: bound("start"),
    stop: bound("stop"),
    step: bound("step"),
    indices: fn("len:int", tupleOf([int, int, int]), (c) => method(c.receiverTs, "indices", [c.ts("len")])),
  },
};
