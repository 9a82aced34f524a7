import { ANSWERS } from "./answers.ts";
import { bool, int, lib, listOf, none, str, tupleOf, type Type, unicode } from "../analysis/types.ts";
import { array, assign, call, id, member, method, number, spread } from "../emit/build.ts";
import {
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
import { assumeUnicode, checkText, parseSource, parseText, SOURCE } from "./xml-text.ts";
import { only } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

const NODE = "xml.dom.minidom.Node";
const ATTRIBUTES = "xml.dom.minidom.NamedNodeMap";
const node = lib(NODE);
const maybe = union([node, none]);

/** Kinds of nodes by number (W3C's DOM). */
const kinds: Readonly<Record<string, number>> = {
  ELEMENT_NODE: 1,
  ATTRIBUTE_NODE: 2,
  TEXT_NODE: 3,
  CDATA_SECTION_NODE: 4,
  ENTITY_REFERENCE_NODE: 5,
  ENTITY_NODE: 6,
  PROCESSING_INSTRUCTION_NODE: 7,
  COMMENT_NODE: 8,
  DOCUMENT_NODE: 9,
  DOCUMENT_TYPE_NODE: 10,
  DOCUMENT_FRAGMENT_NODE: 11,
  NOTATION_NODE: 12,
};

const constants: Readonly<Record<string, Entry>> = Object.fromEntries(
  Object.entries(kinds).map(([name, kind]) => [name, value(int, () => number(kind))]),
);

const nodeClass: Entry = { kind: "class", name: NODE, constructor: null, statics: constants };

const parse = fn(
  `file:${SOURCE}, parser?:none, ~bufsize?:int|none`,
  node,
  (c): Emitted => {
    assumeUnicode(c);
    return parseSource(
      c,
      "file",
      (text) => call(c.runtime("python", "parseDom"), [text]),
      (source) => call(c.runtime("python", "parseDomFile"), [source]),
    );
  },
  { async: "inside", waitsFor: { parameter: "file", types: ANSWERS } },
);

const parts = "a part of the module that nobody is meant to use";

export const minidom: LibraryModule = {
  name: "xml.dom.minidom",
  members: {
    parse,
    parseString: fn("string:bytes, parser?:none", node, (c) => parseText(c, "string", "parseDom")),
    Document: fn("", node, (c) => {
      assumeUnicode(c);
      return call(c.runtime("python", "newDocument"));
    }),
    Node: nodeClass,
    ...refusedAll("getDOMImplementation DOMImplementation DOMImplementationLS", "use Document()"),
    ...refusedAll(
      "Attr CDATASection CharacterData Comment DocumentFragment DocumentType Element Entity Notation ProcessingInstruction Text",
      "the class of a node: compare its nodeType, and make one with the document's create… methods",
    ),
    ...refusedAll(
      "AttributeList Childless DocumentLS EMPTY_NAMESPACE EMPTY_PREFIX ElementInfo EmptyNodeList Identified NamedNodeMap NodeList " +
        "ReadOnlySequentialNamedNodeMap StringTypes TypeInfo XMLNS_NAMESPACE defproperty domreg xml",
      parts,
    ),
  },
};

export const dom: LibraryModule = {
  name: "xml.dom",
  members: {
    Node: nodeClass,
    ...refusedAll(
      "DOMException DomstringSizeErr HierarchyRequestErr IndexSizeErr InuseAttributeErr InvalidAccessErr InvalidCharacterErr InvalidModificationErr " +
        "InvalidStateErr NamespaceErr NoDataAllowedErr NoModificationAllowedErr NotFoundErr NotSupportedErr SyntaxErr ValidationErr WrongDocumentErr",
      "an exception of the DOM as a value",
    ),
    ...refusedAll(
      "DOMSTRING_SIZE_ERR EMPTY_NAMESPACE EMPTY_PREFIX HIERARCHY_REQUEST_ERR INDEX_SIZE_ERR INUSE_ATTRIBUTE_ERR INVALID_ACCESS_ERR INVALID_CHARACTER_ERR " +
        "INVALID_MODIFICATION_ERR INVALID_STATE_ERR NAMESPACE_ERR NOT_FOUND_ERR NOT_SUPPORTED_ERR NO_DATA_ALLOWED_ERR NO_MODIFICATION_ALLOWED_ERR " +
        "SYNTAX_ERR UserDataHandler VALIDATION_ERR WRONG_DOCUMENT_ERR XHTML_NAMESPACE XMLNS_NAMESPACE XML_NAMESPACE domreg getDOMImplementation " +
        "registerDOMImplementation NodeFilter",
      parts,
    ),
  },
};

const own = (name: string, params: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn(params, result, (c) => {
    checkText(c, "value", "data");
    return method(c.receiverTs, name, inPlaces(c, parameterNames(params)));
  }),
];

const read = (name: string, type: Type): readonly [string, Entry] => [
  name,
  value(type, ({ receiverTs }) => member(receiverTs, name)),
];

/** Text that a program may change. */
const writable = (name: string, type: Type): readonly [string, Entry] => [
  name,
  value(
    type,
    ({ receiverTs }) => member(receiverTs, name),
    ({ receiverTs }, made, given): Emitted =>
      only(given, "str", "unicode")
        ? assign(member(receiverTs, name), made)
        : "a node's text that is not known to be text",
  ),
];

const nodes: FunctionEntry["result"] = (c) => listOf(c.clock, node);

const written = (name: string, params: string): readonly [string, Entry] => [
  name,
  fn(
    params,
    (c) => (c.has("encoding") ? str : unicode),
    (c): Emitted => {
      if (c.has("encoding") && !only(c.type("encoding"), "str", "unicode")) return "an encoding that may be None";
      const names = params.split(", ").map((p) => p.replace(/\?.*/, ""));
      const last = names.findLastIndex((n) => c.has(n));
      return method(
        c.receiverTs,
        name,
        names.slice(0, last + 1).map((n) => (c.has(n) ? c.ts(n) : id("undefined"))),
      );
    },
  ),
];

export const minidomTypes: readonly InstanceType[] = [
  {
    name: NODE,
    tsType: ({ runtimeType }) => runtimeType("python", "DomNode"),
    members: {
      ...constants,
      ...Object.fromEntries([
        read("nodeType", int),
        read("nodeName", unicode),
        read("tagName", unicode),
        read("localName", union([unicode, none])),
        read("prefix", union([unicode, none])),
        read("namespaceURI", union([unicode, none])),
        read("name", unicode),
        read("value", unicode),
        read("target", unicode),
        read("wholeText", unicode),
        read("firstChild", maybe),
        read("lastChild", maybe),
        read("nextSibling", maybe),
        read("previousSibling", maybe),
        read("parentNode", maybe),
        read("ownerDocument", maybe),
        read("documentElement", maybe),
        writable("nodeValue", union([unicode, none])),
        writable("data", unicode),
        own("hasChildNodes", "", bool),
        own("getElementsByTagName", "name:text", nodes),
        own("getElementsByTagNameNS", "namespaceURI:text, localName:text", nodes),
        own("getAttribute", "attname:text", unicode),
        own("getAttributeNS", "namespaceURI:text|none, localName:text", unicode),
        own("getAttributeNode", "attrname:text", maybe),
        own("hasAttribute", "name:text", bool),
        own("hasAttributes", "", bool),
        own("setAttribute", "attname:text, value:text", none),
        own("removeAttribute", "name:text", none),
        own("appendChild", `node:${NODE}`, node),
        own("insertBefore", `newChild:${NODE}, refChild:${NODE}|none`, node),
        own("removeChild", `oldChild:${NODE}`, node),
        own("replaceChild", `newChild:${NODE}, oldChild:${NODE}`, node),
        own("createElement", "tagName:text", node),
        own("createTextNode", "data:text", node),
        own("createComment", "data:text", node),
        own("createCDATASection", "data:text", node),
        own("unlink", "", none),
        written("toxml", "encoding?:text|none"),
        written("toprettyxml", "indent?:text, newl?:text, encoding?:text|none"),
      ]),
      childNodes: value(
        (clock) => listOf(clock, node),
        ({ receiverTs }) => member(receiverTs, "childNodes"),
      ),
      attributes: value(union([lib(ATTRIBUTES), none]), ({ receiverTs }) => member(receiverTs, "attributes")),
      ...refusedAll(
        "normalize cloneNode isSupported isSameNode getInterface getUserData setUserData writexml setAttributeNS setAttributeNode setAttributeNodeNS " +
          "getAttributeNodeNS hasAttributeNS removeAttributeNS removeAttributeNode setIdAttribute importNode renameNode getElementById " +
          "createElementNS createAttribute createAttributeNS createProcessingInstruction createDocumentFragment appendData insertData deleteData replaceData " +
          "substringData splitText replaceWholeText doctype documentURI encoding version standalone length schemaType ownerElement isId specified",
        "this part of minidom is not translated",
      ),
    },
  },
  {
    name: ATTRIBUTES,
    tsType: ({ runtimeType }) => runtimeType("python", "NamedNodeMap"),
    members: {
      __getitem__: fn("attname:text", node, (c) =>
        call(c.runtime("python", "namedNode"), [c.receiverTs, c.ts("attname")]),
      ),
      keys: fn(
        "",
        (c) => listOf(c.clock, unicode),
        (c) => array([spread(method(c.receiverTs, "keys"))]),
      ),
      values: fn("", nodes, (c) => array([spread(method(c.receiverTs, "values"))])),
      items: fn(
        "",
        (c) => listOf(c.clock, tupleOf([unicode, unicode])),
        (c) => call(c.runtime("python", "attributePairs"), [c.receiverTs]),
      ),
      has_key: fn("key:text", bool, (c) => method(c.receiverTs, "has", [c.ts("key")])),
      length: value(int, ({ receiverTs }) => member(receiverTs, "size")),
      ...refusedAll(
        "get getNamedItem item getNamedItemNS removeNamedItem setNamedItem itemsNS keysNS",
        "use getAttribute()",
      ),
    },
  },
];
