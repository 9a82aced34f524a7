import { dictOf, int, lib, str, asciiStr, type Type, unicode } from "../analysis/types.ts";
import { call, construct, method } from "../emit/build.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const PARSER = "HTMLParser.HTMLParser";

/** Text of the kind that it is made from. */
const alike =
  (name: string) =>
  (c: CallTypes): Type =>
    c.type(name).k === "unicode" ? unicode : str;

const plain = (feature: string) =>
  fn("data:text, entities?", alike("data"), (c): Emitted =>
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

const parsers = "there is no HTML parser in Node: use the npm package htmlparser2 or cheerio";

/** A parser is made for its `unescape` alone; a class that derives from it is not translated. */
export const htmlParser: LibraryModule = {
  name: "HTMLParser",
  members: {
    HTMLParser: fn("", lib(PARSER), (c) => construct(c.runtime("python", "HTMLParser"))),
    HTMLParseError: refused(parsers),
  },
};

const unescape = (c: CallEmit): Emitted => {
  if (c.type("s").k !== "unicode")
    c.assume("A0106", "unescape() of a str gives unicode, or the str where it has no entities");
  return method(c.receiverTs, "unescape", [c.ts("s")]);
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

export const markupTypes: readonly InstanceType[] = [
  {
    name: PARSER,
    tsType: ({ runtimeType }) => runtimeType("python", "HTMLParser"),
    members: {
      unescape: fn("s:text", unicode, unescape),
      ...refusedAll(
        "feed close reset getpos get_starttag_text handle_starttag handle_endtag handle_startendtag handle_data handle_charref handle_entityref " +
          "handle_comment handle_decl handle_pi unknown_decl CDATA_CONTENT_ELEMENTS",
        parsers,
      ),
    },
  },
];
