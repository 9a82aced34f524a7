import { listOf, str } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type Emitted, fn, type LibraryModule, refused } from "./entry.ts";
import { refusedAll } from "./refusals.ts";

export const shlex: LibraryModule = {
  name: "shlex",
  members: {
    split: fn(
      "s:str, comments?, posix?",
      (c) => listOf(c.clock, str),
      (c): Emitted =>
        c.has("comments") || c.has("posix")
          ? "shlex.split() with comments or without POSIX's rules"
          : call(c.runtime("python", "shellSplit"), [c.ts("s")]),
    ),
    shlex: refused("a lexer: use shlex.split()"),
  },
};

export const pipes: LibraryModule = {
  name: "pipes",
  members: {
    quote: fn("file:text", str, (c) => call(c.runtime("python", "shellQuote"), [c.ts("file")])),
    ...refusedAll("Template", "pipelines: use subprocess"),
  },
};
