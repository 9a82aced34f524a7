import { int, lib, none, str, tupleOf, type Type, unicode } from "../analysis/types.ts";
import { call, construct, method } from "../emit/build.ts";
import {
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type Hook,
  type InstanceType,
  type LibraryModule,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { type Fields } from "../analysis/cells.ts";
import { union } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";

const PARSER = "HTMLParser.HTMLParser";

const isText = (type: Type): boolean => type.k === "str" || type.k === "unicode";

/** The type of text that a parser was fed with: what it finds is pieces of that. Null where nobody feeds it. */
const fed = (given: Fields): Type | null => given.get("data");

/** The list of attributes that a handler gets: one cell for all the class's handlers. */
function attributesOf(given: Fields, text: Type): Type {
  const known = given.get("attrs");
  const elem = known?.k === "list" ? known.elem : given.clock.placelessCell();
  elem.grow(tupleOf([text, union([text, none])]));
  if (!known) given.grow("attrs", { k: "list", elem });
  return { k: "list", elem };
}

type Piece = "text" | "attrs";

/** The handlers by name, with what they get. */
const handlers: Readonly<Record<string, readonly Piece[]>> = {
  handle_starttag: ["text", "attrs"],
  handle_startendtag: ["text", "attrs"],
  handle_endtag: ["text"],
  handle_data: ["text"],
  handle_charref: ["text"],
  handle_entityref: ["text"],
  handle_comment: ["text"],
  handle_decl: ["text"],
  handle_pi: ["text"],
  unknown_decl: ["text"],
  error: ["text"],
};

/** What HTMLParser calls of itself, and reads, as it goes on. */
const inner: ReadonlySet<string> = new Set(
  (
    "_parse_doctype_attlist _parse_doctype_element _parse_doctype_entity _parse_doctype_notation _parse_doctype_subset _scan_name " +
    "_decl_otherchars _HTMLParser__starttag_text check_for_whole_start_tag clear_cdata_mode set_cdata_mode goahead updatepos entitydefs " +
    "parse_bogus_comment parse_comment parse_declaration parse_endtag parse_html_declaration parse_marked_section parse_pi " +
    "parse_starttag CDATA_CONTENT_ELEMENTS"
  ).split(" "),
);

function hook(name: string): Hook | string | null {
  const pieces = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (pieces)
    return {
      declared: true,
      plain: true,
      params: (given) => {
        const text = name === "error" ? str : fed(given);
        return text && pieces.map((piece) => (piece === "text" ? text : attributesOf(given, text)));
      },
    };
  if (inner.has(name)) return "a step inside the parser";
  return name === "reset" ? "it is called while the object is made, before its own parts are" : null;
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const own = (name: string, params: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn(params, result, (c) => method(c.receiverTs, camel(name), inPlaces(c, parameterNames(params)))),
];

const feed = fn(
  "data:text",
  (c) => {
    const type = c.type("data");
    if (c.receiver.k === "lib" && type.k !== "never")
      c.receiver.fields?.grow("data", isText(type) ? type : type.k === "json" ? unicode : str);
    return none;
  },
  (c): Emitted => {
    c.assume("A0106", "the value of an attribute with an entity in it is unicode in Python, also where str is fed");
    return method(c.receiverTs, "feed", [c.ts("data")]);
  },
);

const isUnicodeText = (type: Type): boolean => has(type, "unicode", "json") && !has(type, "str");

const unescape = (c: CallEmit): Emitted => {
  if (c.type("s").k !== "unicode")
    c.assume("A0106", "unescape() of a str gives unicode, or the str where it has no entities");
  return method(c.receiverTs, "unescape", [c.ts("s")]);
};

const inside = "a step inside the parser";

export const htmlParser: LibraryModule = {
  name: "HTMLParser",
  members: {
    HTMLParser: {
      kind: "class",
      name: PARSER,
      runtime: { barrel: "python", name: "HTMLParser" },
      subclass: { attributes: [], hook },
      constructor: fn("", lib(PARSER), (c) => construct(c.runtime("python", "HTMLParser"))),
    },
    ...refusedAll(
      "attrfind charref commentclose endendtag endtagfind entityref incomplete interesting_normal locatestarttagend markupbase piclose re starttagopen " +
        "tagfind tagfind_tolerant",
      "the parser's own regular expressions",
    ),
  },
};

export const htmlParserType: InstanceType = {
  name: PARSER,
  tsType: ({ runtimeType }) => runtimeType("python", "HTMLParser"),
  members: {
    __init__: fn("", none, () => call({ type: "Super" }, [])),
    unescape: fn("s:text!=iterable^", (c) => (isUnicodeText(c.type("s")) ? unicode : union([str, unicode])), unescape),
    feed,
    ...Object.fromEntries([
      own("close", "", none),
      own("reset", "", none),
      own("getpos", "", tupleOf([int, int])),
      own("get_starttag_text", "", (c) =>
        union([(c.receiver.k === "lib" && c.receiver.fields?.get("data")) || str, none]),
      ),
      own("handle_starttag", "tag:text, attrs:list", none),
      own("handle_startendtag", "tag:text, attrs:list", none),
      ...["endtag:tag", "data:data", "charref:name", "entityref:name", "comment:data", "decl:decl", "pi:data"].map(
        (p) => {
          const [name = "", parameter = ""] = p.split(":");
          return own(`handle_${name}`, `${parameter}:text`, none);
        },
      ),
      own("unknown_decl", "data:text", none),
      own("error", "message:text", none),
    ]),
    ...refusedAll("CDATA_CONTENT_ELEMENTS entitydefs rawdata lasttag interesting cdata_elem lineno offset", inside),
    ...refusedAll(
      "goahead updatepos set_cdata_mode clear_cdata_mode check_for_whole_start_tag parse_html_declaration parse_bogus_comment parse_pi parse_starttag " +
        "parse_endtag parse_declaration parse_marked_section parse_comment",
      inside,
    ),
  },
};
