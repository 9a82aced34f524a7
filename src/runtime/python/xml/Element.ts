import { Dict } from "../containers/Dict.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { reprStr } from "../repr/reprStr.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import { isAscii } from "../text/isAscii.ts";
import { type Namespaces, selectElements } from "./selectElements.ts";

/** `xml.etree.ElementTree.Element`: it iterates over its children. */
export class Element {
  tag: string;
  attrib: Dict<string, string>;
  text: string | null = null;
  /** The text after its end tag. */
  tail: string | null = null;
  #children: Element[] = [];

  constructor(tag: string, attributes: Iterable<readonly [string, string]> = []) {
    this.tag = tag;
    this.attrib = new Dict();
    for (const [key, value] of attributes) this.attrib.set(key, value);
  }

  get size(): number {
    return this.#children.length;
  }

  /** Python's `len`, by which one without children is false. */
  __len__(): number {
    return this.size;
  }

  [Symbol.iterator](): ArrayIterator<Element> {
    return this.#children.values();
  }

  /** `element[index]`, from the end where it is negative. */
  at(index: number): Element {
    const found = this.#children.at(index);
    if (!found) throw new IndexError("list index out of range");
    return found;
  }

  append(child: Element): void {
    this.#children.push(child);
  }

  extend(children: Iterable<Element>): void {
    this.#children.push(...children);
  }

  insert(index: number, child: Element): void {
    this.#children.splice(index < 0 ? Math.max(0, index + this.#children.length) : index, 0, child);
  }

  remove(child: Element): void {
    const at = this.#children.indexOf(child);
    if (at < 0) throw new ValueError("list.remove(x): x not in list");
    this.#children.splice(at, 1);
  }

  /** The list of its children itself. */
  getchildren(): Element[] {
    return this.#children;
  }

  clear(): void {
    this.attrib.clear();
    this.#children = [];
    this.text = null;
    this.tail = null;
  }

  get(key: string): string | null;
  get<T>(key: string, absent: T): string | T;
  get(key: string, absent: unknown = null): unknown {
    return this.attrib.get(key) ?? absent;
  }

  set(key: string, value: string): void {
    this.attrib.set(key, value);
  }

  keys(): string[] {
    return [...this.attrib.keys()];
  }

  items(): [string, string][] {
    return [...this.attrib];
  }

  /** Itself and all below it, or those of them with a tag. */
  *iter(tag: string | null = null): Generator<Element, undefined> {
    if (tag === null || tag === "*" || this.tag === tag) yield this;
    for (const child of this.#children) yield* child.iter(tag);
  }

  *itertext(): Generator<string, undefined> {
    if (this.text) yield this.text;
    for (const child of this.#children) {
      yield* child.itertext();
      if (child.tail) yield child.tail;
    }
  }

  find(path: string, namespaces: Namespaces | null = null): Element | null {
    for (const found of selectElements(this, path, namespaces)) return found;
    return null;
  }

  findall(path: string, namespaces: Namespaces | null = null): Element[] {
    return [...selectElements(this, path, namespaces)];
  }

  iterfind(path: string, namespaces: Namespaces | null = null): Iterable<Element> {
    return selectElements(this, path, namespaces);
  }

  /** The text of the first that is found, empty where it has none. */
  findtext(path: string): string | null;
  findtext<T>(path: string, absent: T, namespaces?: Namespaces | null): string | T;
  findtext(path: string, absent: unknown = null, namespaces: Namespaces | null = null): unknown {
    const found = this.find(path, namespaces);
    return found ? (found.text ?? "") : absent;
  }

  [reprMethod](): string {
    return `<Element ${isAscii(this.tag) ? reprStr(this.tag) : reprUnicode(this.tag)} at 0x7f0000000000>`;
  }
}
