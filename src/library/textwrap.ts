import { inPlaces } from "./signature.ts";
import { listOf, str } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, fn, type LibraryModule, refused } from "./entry.ts";

const given = (c: CallEmit): ts.Expression[] => inPlaces(c, ["text", "width"]);

export const textwrap: LibraryModule = {
  name: "textwrap",
  members: {
    wrap: fn(
      "text:str, width?:int",
      (c) => listOf(c.clock, str),
      (c) => call(c.runtime("python", "wrapText"), given(c)),
    ),
    fill: fn("text:str, width?:int", str, (c) => call(c.runtime("python", "fillText"), given(c))),
    dedent: fn(
      "text:text",
      (c) => c.type("text"),
      (c) => call(c.runtime("python", "dedent"), [c.ts("text")]),
    ),
    TextWrapper: refused("a TextWrapper with settings of its own"),
  },
};
