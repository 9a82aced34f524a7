import { Dict } from "../containers/Dict.ts";
import { listRemove } from "../containers/listRemove.ts";
import { getItem } from "../dynamic/getItem.ts";
import { AttributeError } from "../exceptions/AttributeError.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import { DomException } from "./DomException.ts";
import { writeNode } from "./writeNode.ts";
import type { XmlDoctype } from "./XmlEvents.ts";

/** The kinds of nodes with their numbers. */
const kinds = {
  Element: 1,
  Attr: 2,
  Text: 3,
  CDATASection: 4,
  ProcessingInstruction: 7,
  Comment: 8,
  Document: 9,
  DocumentType: 10,
} as const;

export type NodeKind = keyof typeof kinds;

/** The attributes of an element by name. */
export type NamedNodeMap = Dict<string, DomNode>;

/** `attributes[name]`: a KeyError for none of that name, a TypeError where there are no attributes at all. */
export const namedNode = (attributes: NamedNodeMap | null, name: string): DomNode =>
  getItem(attributes as NamedNodeMap, name);

/** `attributes.items()`: names and values. */
export const attributePairs = (attributes: NamedNodeMap): [name: string, value: string][] =>
  Array.from(attributes, ([name, { value }]) => [name, value]);

/** A node of `xml.dom.minidom`, of any kind. What its kind does not have is Python's AttributeError. */
export class DomNode {
  readonly kind: NodeKind;
  /** `#text`, the tag, the attribute's name. */
  readonly nodeName: string;
  readonly namespaceURI: string | null;
  readonly prefix: string | null;
  /** The list itself: what is done to it is done to the node. */
  childNodes: DomNode[] = [];
  parentNode: DomNode | null = null;
  ownerDocument: DomNode | null = null;
  doctype: XmlDoctype | null = null;
  #text: string | null;
  readonly #attributes: NamedNodeMap = new Dict();

  constructor(
    kind: NodeKind,
    name: string,
    text: string | null = null,
    prefix: string | null = null,
    uri: string | null = null,
  ) {
    this.kind = kind;
    this.nodeName = name;
    this.#text = text;
    this.prefix = prefix;
    this.namespaceURI = uri;
  }

  get nodeType(): number {
    return kinds[this.kind];
  }

  /** An AttributeError where the node is of none of these kinds. */
  #require(name: string, ...allowed: readonly NodeKind[]): void {
    if (!allowed.includes(this.kind)) throw new AttributeError(`${this.kind} instance has no attribute '${name}'`);
  }

  get tagName(): string {
    this.#require("tagName", "Element");
    return this.nodeName;
  }

  get localName(): string | null {
    return this.kind === "Element" || this.kind === "Attr"
      ? this.nodeName.split(":").slice(1).join(":") || this.nodeName
      : null;
  }

  get nodeValue(): string | null {
    return this.#text;
  }

  set nodeValue(text: string) {
    this.#text = text;
  }

  get data(): string {
    this.#require("data", "Text", "CDATASection", "Comment", "ProcessingInstruction");
    return this.#text ?? "";
  }

  set data(text: string) {
    this.#text = text;
  }

  get value(): string {
    this.#require("value", "Attr");
    return this.#text ?? "";
  }

  get name(): string {
    this.#require("name", "Attr", "DocumentType");
    return this.nodeName;
  }

  get target(): string {
    this.#require("target", "ProcessingInstruction");
    return this.nodeName;
  }

  /** The text with that of the texts beside it. */
  get wholeText(): string {
    this.#require("wholeText", "Text", "CDATASection");
    const siblings = this.parentNode?.childNodes ?? [this];
    const isText = (node: DomNode | undefined): boolean => node?.kind === "Text" || node?.kind === "CDATASection";
    let from = siblings.indexOf(this);
    while (isText(siblings[from - 1])) from--;
    let text = "";
    for (let at = from; isText(siblings[at]); at++) text += siblings[at]?.nodeValue ?? "";
    return text;
  }

  get documentElement(): DomNode | null {
    this.#require("documentElement", "Document");
    return this.childNodes.find((node) => node.kind === "Element") ?? null;
  }

  get firstChild(): DomNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): DomNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  get nextSibling(): DomNode | null {
    return this.#sibling(1);
  }

  get previousSibling(): DomNode | null {
    return this.#sibling(-1);
  }

  #sibling(step: 1 | -1): DomNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    const at = siblings.indexOf(this);
    return at < 0 ? null : (siblings[at + step] ?? null);
  }

  hasChildNodes(): boolean {
    return this.childNodes.length > 0;
  }

  /** The attributes by name. */
  get attributes(): NamedNodeMap | null {
    return this.kind === "Element" ? this.#attributes : null;
  }

  getAttribute(name: string): string {
    this.#require("getAttribute", "Element");
    return this.#attributes.get(name)?.value ?? "";
  }

  getAttributeNode(name: string): DomNode | null {
    this.#require("getAttributeNode", "Element");
    return this.#attributes.get(name) ?? null;
  }

  getAttributeNS(uri: string | null, local: string): string {
    this.#require("getAttributeNS", "Element");
    return [...this.#attributes.values()].find((a) => a.namespaceURI === uri && a.localName === local)?.value ?? "";
  }

  hasAttribute(name: string): boolean {
    this.#require("hasAttribute", "Element");
    return this.#attributes.has(name);
  }

  hasAttributes(): boolean {
    this.#require("hasAttributes", "Element");
    return this.#attributes.size > 0;
  }

  setAttribute(name: string, value: string): void {
    this.#require("setAttribute", "Element");
    const known = this.#attributes.get(name);
    if (known) known.nodeValue = value;
    else this.#attributes.set(name, new DomNode("Attr", name, value));
  }

  /** Takes an attribute as it is. */
  setAttributeNode(attribute: DomNode): void {
    this.#attributes.set(attribute.nodeName, attribute);
  }

  removeAttribute(name: string): void {
    this.#require("removeAttribute", "Element");
    if (!this.#attributes.delete(name)) throw new DomException("NotFoundErr");
  }

  /** All elements below with a tag, in the order of the document; `*` for all. */
  getElementsByTagName(tag: string): DomNode[] {
    this.#require("getElementsByTagName", "Element", "Document");
    return this.#below((node) => tag === "*" || node.nodeName === tag);
  }

  getElementsByTagNameNS(uri: string, local: string): DomNode[] {
    this.#require("getElementsByTagNameNS", "Element", "Document");
    return this.#below(
      (node) => (local === "*" || node.localName === local) && (uri === "*" || node.namespaceURI === uri),
    );
  }

  #below(wanted: (node: DomNode) => boolean): DomNode[] {
    const found: DomNode[] = [];
    const visit = (parent: DomNode): void => {
      for (const node of parent.childNodes) {
        if (node.kind !== "Element") continue;
        if (wanted(node)) found.push(node);
        visit(node);
      }
    };
    visit(this);
    return found;
  }

  appendChild(node: DomNode): DomNode {
    return this.insertBefore(node, null);
  }

  insertBefore(node: DomNode, before: DomNode | null): DomNode {
    this.#checkChild(node);
    node.parentNode?.removeChild(node);
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    if (at < 0) throw new DomException("NotFoundErr");
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }

  #checkChild(node: DomNode): void {
    const inElement: readonly NodeKind[] = ["Element", "ProcessingInstruction", "Comment", "Text", "CDATASection"];
    const inDocument: readonly NodeKind[] = ["Element", "ProcessingInstruction", "Comment", "DocumentType"];
    const allowed = this.kind === "Element" ? inElement : this.kind === "Document" ? inDocument : [];
    if (allowed.length === 0)
      throw new DomException("HierarchyRequestErr", `${this.nodeName} nodes cannot have children`);
    if (!allowed.includes(node.kind))
      throw new DomException("HierarchyRequestErr", `${node[reprMethod]()} cannot be child of ${this[reprMethod]()}`);
    if (this.kind === "Document" && node.kind === "Element" && this.documentElement)
      throw new DomException("HierarchyRequestErr", "two document elements disallowed");
  }

  removeChild(node: DomNode): DomNode {
    if (!this.childNodes.includes(node)) throw new DomException("NotFoundErr");
    listRemove(this.childNodes, node);
    node.parentNode = null;
    return node;
  }

  replaceChild(made: DomNode, old: DomNode): DomNode {
    this.#checkChild(made);
    made.parentNode?.removeChild(made);
    const at = this.childNodes.indexOf(old);
    if (at < 0) throw new DomException("NotFoundErr");
    this.childNodes[at] = made;
    made.parentNode = this;
    old.parentNode = null;
    return old;
  }

  createElement(tag: string): DomNode {
    return this.#made("createElement", new DomNode("Element", tag));
  }

  createTextNode(text: string): DomNode {
    return this.#made("createTextNode", new DomNode("Text", "#text", text));
  }

  createComment(text: string): DomNode {
    return this.#made("createComment", new DomNode("Comment", "#comment", text));
  }

  createCDATASection(text: string): DomNode {
    return this.#made("createCDATASection", new DomNode("CDATASection", "#cdata-section", text));
  }

  #made(method: string, node: DomNode): DomNode {
    this.#require(method, "Document");
    node.ownerDocument = this;
    return node;
  }

  /** Lets go of all that is below. */
  unlink(): void {
    for (const child of this.childNodes) child.unlink();
    this.childNodes = [];
    this.parentNode = null;
    this.ownerDocument = null;
  }

  toxml(encoding: string | null = null): string {
    return writeNode(this, "", "", encoding);
  }

  toprettyxml(indent = "\t", newline = "\n", encoding: string | null = null): string {
    return writeNode(this, indent, newline, encoding);
  }

  [reprMethod](): string {
    if (this.kind === "Element") return `<DOM Element: ${this.nodeName} at 0x7f0000000000>`;
    if (this.kind === "Text" || this.kind === "Comment" || this.kind === "CDATASection") {
      const text = this.data;
      return `<DOM ${this.kind} node "${reprUnicode(text.slice(0, 10))}${text.length > 10 ? "..." : ""}">`;
    }
    return `<xml.dom.minidom.${this.kind} instance at 0x7f0000000000>`;
  }
}
