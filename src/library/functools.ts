import { never, type Type } from "../analysis/types.ts";
import { iterationFunctions } from "./iteration.ts";
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
    partial: refused("partial() of what is not known to be one function of the file: write an arrow function"),
    ...(iterationFunctions["reduce"] && { reduce: iterationFunctions["reduce"] }),
    cmp_to_key: refused("cmp_to_key() other than in a call of sort() or sorted()"),
    total_ordering: refused("total_ordering() adds methods to a class"),
    WRAPPER_ASSIGNMENTS: value(never, () => "the attributes that wraps() copies"),
    WRAPPER_UPDATES: value(never, () => "the attributes that wraps() copies"),
  },
};
