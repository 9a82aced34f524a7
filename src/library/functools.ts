import { never, type Type } from "../analysis/types.ts";
import { fn, type LibraryModule, refused, value } from "./entry.ts";

/** What `wraps(f)` gives: a decorator that leaves the type of what it decorates. Only inference knows it. */
const decorator: Type = { k: "method", receiver: never, name: "wraps" };

export const functools: LibraryModule = {
  name: "functools",
  members: {
    wraps: fn("wrapped, assigned?, updated?", decorator, () => "wraps() other than as a decorator"),
    update_wrapper: refused(
      "update_wrapper() gives a function another's name, which TypeScript's function.name does not let it",
    ),
    partial: refused("write an arrow function: partial() keeps keywords that a call may replace"),
    reduce: refused("write a loop: reduce() starts with the first item"),
    cmp_to_key: refused(
      "cmp_to_key() makes objects that compare themselves: pass the comparison to sort() or sorted()",
    ),
    total_ordering: refused("total_ordering() adds methods to a class"),
    WRAPPER_ASSIGNMENTS: value(never, () => "the attributes that wraps() copies"),
    WRAPPER_UPDATES: value(never, () => "the attributes that wraps() copies"),
  },
};
