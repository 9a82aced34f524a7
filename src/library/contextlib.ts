import { lib, type Type } from "../analysis/types.ts";
import { fn, type LibraryModule, refused } from "./entry.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/** `with closing(x) as y` gives `x` itself. */
const closes = (type: Type): boolean => members(type).length === 1 || only(type, "lib");

export const contextlib: LibraryModule = {
  name: "contextlib",
  members: {
    // Only as a decorator, which leaves the generator as it is: `with` knows what to do with one.
    contextmanager: fn("f", { k: "unknown" }, () => "contextmanager() other than as a decorator"),
    nested: refused("write one with statement in the other: nested() makes all managers before it enters the first"),
    closing: fn(
      "thing",
      (c) => (closes(c.type("thing")) ? c.type("thing") : lib("contextlib.closing")),
      (c) => (closes(c.type("thing")) ? c.ts("thing") : "closing() of a value whose type is not known"),
    ),
  },
};
