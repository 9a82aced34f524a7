import { int, lib, listOf, str, type Type } from "../analysis/types.ts";
import { assign, call, construct, id, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const WRAPPER = "textwrap.TextWrapper";

/** The options that are translated, and what the runtime calls them. */
const options: Readonly<Record<string, string>> = {
  initial_indent: "initialIndent",
  subsequent_indent: "subsequentIndent",
  break_long_words: "breakLongWords",
  break_on_hyphens: "breakOnHyphens",
};

const OPTIONS = "initial_indent?:str, subsequent_indent?:str, break_long_words?, break_on_hyphens?";

function optionObject(c: CallEmit): ts.Expression[] {
  const given = Object.entries(options).flatMap(([name, own]): [string, ts.Expression][] => {
    const node = c.node(name);
    if (!node) return [];
    return [[own, name.startsWith("break") ? c.truth(node) : c.ts(name)]];
  });
  return given.length > 0 ? [object(given)] : [];
}

const width = (c: CallEmit, more: readonly ts.Expression[]): ts.Expression[] =>
  c.has("width") ? [c.ts("width")] : more.length > 0 ? [id("undefined")] : [];

/** `wrap(text, width, …)`. */
const wrapping = (feature: string, result: (c: CallTypes) => Type): Entry =>
  fn(`text:str, width?:int!^, ${OPTIONS}`, result, (c) => {
    const text = c.ts("text");
    const more = optionObject(c);
    return call(c.runtime("python", feature), [text, ...width(c, more), ...more]);
  });

export const textwrap: LibraryModule = {
  name: "textwrap",
  members: {
    wrap: wrapping("wrapText", (c) => listOf(c.clock, str)),
    fill: wrapping("fillText", () => str),
    dedent: fn(
      "text:text!=buffer",
      (c) => c.type("text"),
      (c) => call(c.runtime("python", "dedent"), [c.ts("text")]),
    ),
    TextWrapper: fn(`width?:int!^, ${OPTIONS}`, lib(WRAPPER), (c) => {
      const more = optionObject(c);
      return construct(c.runtime("python", "TextWrapper"), [...width(c, more), ...more]);
    }),
  },
};

const setting = (name: string, own: string, type: Type): readonly [string, Entry] => [
  name,
  value(
    type,
    ({ receiverTs }) => member(receiverTs, own),
    ({ receiverTs }, made, given) =>
      given.k === type.k ? assign(member(receiverTs, own), made) : `${name} of another type`,
  ),
];

export const textWrapperType: InstanceType = {
  name: WRAPPER,
  tsType: ({ runtimeType }) => runtimeType("python", "TextWrapper"),
  members: {
    wrap: fn(
      "text:str",
      (c) => listOf(c.clock, str),
      (c) => method(c.receiverTs, "wrap", [c.ts("text")]),
    ),
    fill: fn("text:str", str, (c) => method(c.receiverTs, "fill", [c.ts("text")])),
    ...Object.fromEntries([
      setting("width", "width", int),
      setting("initial_indent", "initialIndent", str),
      setting("subsequent_indent", "subsequentIndent", str),
    ]),
    ...refusedAll(
      "expand_tabs replace_whitespace fix_sentence_endings break_long_words drop_whitespace break_on_hyphens wordsep_re wordsep_simple_re",
      "a setting of TextWrapper that is not translated",
    ),
  },
};
