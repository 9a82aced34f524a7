import { bool, iterOf, listOf } from "../analysis/types.ts";
import { call, method } from "../emit/build.ts";
import { fn, type LibraryModule, refused } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { madeOf } from "./mixed-text.ts";

export const glob: LibraryModule = {
  name: "glob",
  members: {
    glob: fn(
      "pathname:text!rfind",
      (c) => listOf(c.clock, madeOf([c.type("pathname")])),
      (c) => call(c.runtime("python", "globPaths"), [c.ts("pathname")]),
    ),
    iglob: fn(
      "pathname:text!rfind",
      (c) => iterOf(c.clock, madeOf([c.type("pathname")])),
      (c) => method(call(c.runtime("python", "globPaths"), [c.ts("pathname")]), "values"),
    ),
    ...refusedAll("glob0 glob1 has_magic", "a part of glob itself"),
  },
};

const matches = fn("name:text!=buffer, pat:text!=sized#", bool, (c) =>
  call(c.runtime("python", "matchesName"), [c.ts("name"), c.ts("pat")]),
);

export const fnmatch: LibraryModule = {
  name: "fnmatch",
  members: {
    fnmatch: matches,
    fnmatchcase: matches,
    filter: fn(
      "names:list, pat:text",
      (c) => c.type("names"),
      (c) =>
        method(c.ts("names"), "filter", [
          {
            type: "ArrowFunctionExpression",
            async: false,
            expression: true,
            params: [{ type: "Identifier", name: "name" }],
            body: call(c.runtime("python", "matchesName"), [{ type: "Identifier", name: "name" }, c.ts("pat")]),
          },
        ]),
    ),
    translate: refused("the regular expression of a pattern: use fnmatch()"),
  },
};
