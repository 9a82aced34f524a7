import { dictOf, int, asciiStr, type Type } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type CallTypes, type Emitted, fn, type LibraryModule, value } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { madeOf } from "./mixed-text.ts";

/** Text of the kind that it is made from. */
const alike =
  (name: string) =>
  (c: CallTypes): Type =>
    madeOf([c.type(name)]);

const plain = (feature: string) =>
  fn("data:text!replace, entities?", alike("data"), (c): Emitted =>
    c.has("entities") ? "entities of one's own: use replace()" : call(c.runtime("python", feature), [c.ts("data")]),
  );

export const saxutils: LibraryModule = {
  name: "xml.sax.saxutils",
  members: {
    escape: plain("escapeHtml"),
    unescape: plain("unescapeXml"),
    quoteattr: plain("quoteAttribute"),
    ...refusedAll("XMLGenerator XMLFilterBase prepare_input_source", "there is no XML parser in Node"),
  },
};

export const htmlentitydefs: LibraryModule = {
  name: "htmlentitydefs",
  members: {
    name2codepoint: value(
      (clock) => dictOf(clock, asciiStr, int),
      ({ runtime }) => runtime("python", "name2codepoint"),
    ),
    ...refusedAll("codepoint2name entitydefs", "use name2codepoint"),
  },
};
