import { isSink, sink, SINKS } from "./sinks.ts";
import { ANSWERS, isAnswer } from "./answers.ts";
import { dictOf, iterOf, lib, listOf, none, str, treeText, tupleOf } from "../analysis/types.ts";
import { array, assign, call, construct, id, member, method, spread, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { assumeUnicode, checkText, checkUnicode, parseSource, parseText, SOURCE } from "./xml-text.ts";
import { has, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

const ELEMENT = "xml.etree.ElementTree.Element";
const TREE = "xml.etree.ElementTree.ElementTree";
const element = lib(ELEMENT);
const waits = { async: "inside", waitsFor: { parameter: "source", types: ANSWERS } } as const;

const fromText = fn("text:bytes", element, (c) => parseText(c, "text", "parseElement"));

const parse = fn(
  `source:${SOURCE}, parser?:none`,
  lib(TREE),
  (c): Emitted => {
    assumeUnicode(c);
    return parseSource(
      c,
      "source",
      (text) => construct(c.runtime("python", "ElementTree"), [call(c.runtime("python", "parseElement"), [text])]),
      (source) => call(c.runtime("python", "parseElementTree"), [source]),
    );
  },
  waits,
);

/** `tag, {attributes}, name=value`: the tag and its attributes as pairs; the reason where they are not known to be text. */
function made(c: CallEmit): ts.Expression[] | string {
  checkText(c, "tag");
  checkUnicode(c, c.type("tag"));
  const attributes: (ts.Expression | ts.SpreadElement)[] = [];
  if (c.has("attrib")) {
    const types = members(c.type("attrib"));
    const texts = types.every((m) => m.k === "dict" && only(m.value.type, "str", "unicode", "never"));
    if (!texts && !types.every((m) => m.k === "dict" && m.value.type.k === "never"))
      return "attributes that are not known to be text";
    checkUnicode(c, ...types.flatMap((m) => (m.k === "dict" ? [m.key.type, m.value.type] : [])));
    attributes.push(spread(c.ts("attrib")));
  }
  for (const name of c.names()) {
    if (["tag", "parent", "attrib"].includes(name)) continue;
    if (!only(c.type(name), "str", "unicode")) return "an attribute that is not known to be text";
    checkText(c, name);
    checkUnicode(c, c.type(name));
    attributes.push(array([string(name), c.ts(name)]));
  }
  return [c.ts("tag"), ...(attributes.length > 0 ? [array(attributes)] : [])];
}

const create = fn("tag:text, attrib?, **extra", element, (c): Emitted => {
  const args = made(c);
  return typeof args === "string" ? args : construct(c.runtime("python", "Element"), args);
});

const subElement = fn(`parent:${ELEMENT}|none, tag:text, attrib?, **extra`, element, (c): Emitted => {
  const args = made(c);
  return typeof args === "string"
    ? args
    : call(c.runtime("python", "subElement"), [present(c, "parent", "makeelement"), ...args]);
});

/** An element that must be there: Python asks None for what it would ask the element for. */
const present = (c: CallEmit, name: string, asked: string): ts.Expression =>
  has(c.type(name), "none") ? call(c.runtime("python", "notNone"), [c.ts(name), string(asked)]) : c.ts(name);

const encoded = (c: CallEmit): ts.Expression[] | string => {
  if (c.has("method") && c.type("method").k !== "none") return "writing a tree by another method than xml";
  return c.has("encoding") ? [c.ts("encoding")] : [];
};

const toText = fn(`element:${ELEMENT}|none, encoding?:text|none, method?`, str, (c): Emitted => {
  const args = encoded(c);
  return typeof args === "string"
    ? args
    : call(c.runtime("python", "elementText"), [present(c, "element", "getiterator"), ...args]);
});

const members_: LibraryModule["members"] = {
  parse,
  fromstring: fromText,
  XML: fromText,
  tostring: toText,
  Element: { kind: "class", name: ELEMENT, runtime: { barrel: "python", name: "Element" }, constructor: create },
  SubElement: subElement,
  ElementTree: {
    kind: "class",
    name: TREE,
    runtime: { barrel: "python", name: "ElementTree" },
    constructor: fn(`element?:${ELEMENT}|none, file?`, lib(TREE), (c): Emitted =>
      c.has("file")
        ? "ElementTree(file=…): use parse()"
        : construct(c.runtime("python", "ElementTree"), c.has("element") ? [c.ts("element")] : []),
    ),
  },
  dump: fn(`elem:${ELEMENT}`, none, (c) => call(c.runtime("python", "dumpElement"), [c.ts("elem")])),
  iselement: fn("element", { k: "bool" }, () => "iselement(): use isinstance()"),
  ...refusedAll("iterparse XMLParser XMLTreeBuilder TreeBuilder", "parsing piece by piece: use parse() and iter()"),
  ...refusedAll(
    "Comment ProcessingInstruction PI QName",
    "comments, instructions and qualified names in a tree of one's own",
  ),
  ...refusedAll("XMLID fromstringlist tostringlist register_namespace", "use fromstring() and tostring()"),
  ...refusedAll("ElementPath HTML_EMPTY VERSION re sys warnings", "a part of the module that nobody is meant to use"),
};

export const elementTree: LibraryModule = { name: "xml.etree.ElementTree", members: members_ };
export const cElementTree: LibraryModule = { name: "xml.etree.cElementTree", members: members_ };

/** A method of the runtime's class, under its own name. */
const own = (name: string, params: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn(params, result, (c) => {
    checkText(c, "value");
    if (c.has("value")) checkUnicode(c, c.type("value"));
    return method(c.receiverTs, name, inPlaces(c, parameterNames(params)));
  }),
];

const found: FunctionEntry["result"] = () => union([element, none]);
const list: FunctionEntry["result"] = (c) => listOf(c.clock, element);
const each: FunctionEntry["result"] = (c) => iterOf(c.clock, element);
const orDefault =
  (name: string): FunctionEntry["result"] =>
  (c) =>
    union([treeText, c.has(name) ? c.type(name) : none]);

const NAMESPACES = "namespaces?:dict|none";

const searches: Readonly<Record<string, Entry>> = {
  ...Object.fromEntries([
    own("find", `path:text, ${NAMESPACES}`, found),
    own("findall", `path:text, ${NAMESPACES}`, list),
    own("iterfind", `path:text, ${NAMESPACES}`, each),
    own("iter", "tag?:text|none", each),
    own("findtext", `path:text, default?, ${NAMESPACES}`, orDefault("default")),
  ]),
  getiterator: fn("tag?:text|none", list, (c) =>
    array([spread(method(c.receiverTs, "iter", c.has("tag") ? [c.ts("tag")] : []))]),
  ),
};

const textPart = (name: "text" | "tail"): Entry =>
  value(
    union([treeText, none]),
    ({ receiverTs }) => member(receiverTs, name),
    (c, made_, type): Emitted => {
      checkUnicode(c, type);
      return only(type, "str", "unicode", "none")
        ? assign(member(c.receiverTs, name), made_)
        : "an element's text that is not known to be text";
    },
  );

export const elementTreeTypes: readonly InstanceType[] = [
  {
    name: ELEMENT,
    tsType: ({ runtimeType }) => runtimeType("python", "Element"),
    members: {
      ...searches,
      tag: value(
        treeText,
        ({ receiverTs }) => member(receiverTs, "tag"),
        ({ receiverTs }, made_, type): Emitted =>
          only(type, "str", "unicode")
            ? assign(member(receiverTs, "tag"), made_)
            : "a tag that is not known to be text",
      ),
      text: textPart("text"),
      tail: textPart("tail"),
      attrib: value(
        (clock) => dictOf(clock, treeText, treeText),
        ({ receiverTs }) => member(receiverTs, "attrib"),
      ),
      __getitem__: fn("index:int", element, (c) => method(c.receiverTs, "at", [c.ts("index")])),
      ...Object.fromEntries([
        own("get", "key:text, default?", orDefault("default")),
        own("set", "key:text, value:text", none),
        own("keys", "", (c) => listOf(c.clock, treeText)),
        own("items", "", (c) => listOf(c.clock, tupleOf([treeText, treeText]))),
        own("itertext", "", (c) => iterOf(c.clock, treeText)),
        own("getchildren", "", list),
        own("append", `element:${ELEMENT}`, none),
        own("insert", `index:int, element:${ELEMENT}`, none),
        own("remove", `element:${ELEMENT}`, none),
        own("extend", "elements:list|tuple|iter", none),
        own("clear", "", none),
      ]),
      ...refusedAll("makeelement copy", "use Element()"),
    },
    iterates: () => element,
    iterate: ({ receiverTs }) => receiverTs,
  },
  {
    name: TREE,
    tsType: ({ runtimeType }) => runtimeType("python", "ElementTree"),
    members: {
      ...searches,
      getroot: fn("", element, (c) => method(c.receiverTs, "getroot")),
      parse: fn(
        `source:${SOURCE}, parser?:none`,
        element,
        (c): Emitted => {
          assumeUnicode(c);
          return members(c.type("source")).some(isAnswer)
            ? "parse() of an answer into a tree that is there: use ElementTree.parse()"
            : method(c.receiverTs, "parse", [c.ts("source")]);
        },
        waits,
      ),
      write: fn(
        `file_or_filename:text|${SINKS.join("|")}, encoding?:text|none, xml_declaration?:bool|none, default_namespace?, method?`,
        none,
        (c): Emitted => {
          const args = encoded(c);
          if (typeof args === "string") return args;
          if (c.has("default_namespace")) return "a default namespace";
          const declares = c.has("xml_declaration") ? [args[0] ?? id("undefined"), c.ts("xml_declaration")] : args;
          const to = c.type("file_or_filename");
          const isPath = only(to, "str", "unicode");
          if (!isPath && !isSink(to)) return "a tree written to what may be a path or a stream";
          const file = c.ts("file_or_filename");
          return method(c.receiverTs, "write", [isPath ? file : sink(c.runtime, file, to), ...declares]);
        },
      ),
      ...refusedAll("write_c14n _setroot", "a part of ElementTree that is not translated"),
    },
  },
];

/** `ExpatError`'s home. */
export const expat: LibraryModule = {
  name: "xml.parsers.expat",
  members: refusedAll(
    "ParserCreate ErrorString XMLParserType EXPAT_VERSION errors model native_encoding features version_info",
    "parsing piece by piece: use xml.etree or xml.dom.minidom",
  ),
};
