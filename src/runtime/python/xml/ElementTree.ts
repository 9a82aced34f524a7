import { openFile } from "../files/openFile.ts";
import { AttributeError } from "../exceptions/AttributeError.ts";
import type { Element } from "./Element.ts";
import { parseElement } from "./parseElement.ts";
import { type Namespaces } from "./selectElements.ts";
import { declarationOf, writeElement } from "./writeElement.ts";

/** A file of bytes, or what gives some. */
export interface XmlInput {
  read(): string;
}

/** `xml.etree.ElementTree.ElementTree`: a document by its root. */
export class ElementTree {
  #root: Element | null;

  constructor(root: Element | null = null) {
    this.#root = root;
  }

  /** `ElementTree.parse(source)`: reads a file, or the file of a name. */
  parse(source: string | XmlInput): Element {
    this.#root = parseElement(textOf(source));
    return this.#root;
  }

  getroot(): Element {
    if (this.#root === null) throw new AttributeError("'NoneType' object has no attribute");
    return this.#root;
  }

  iter(tag: string | null = null): Iterable<Element> {
    return this.getroot().iter(tag);
  }

  find(path: string, namespaces: Namespaces | null = null): Element | null {
    return this.getroot().find(relative(path), namespaces);
  }

  findall(path: string, namespaces: Namespaces | null = null): Element[] {
    return this.getroot().findall(relative(path), namespaces);
  }

  iterfind(path: string, namespaces: Namespaces | null = null): Iterable<Element> {
    return this.getroot().iterfind(relative(path), namespaces);
  }

  findtext(path: string): string | null;
  findtext<T>(path: string, absent: T, namespaces?: Namespaces | null): string | T;
  findtext(path: string, absent: unknown = null, namespaces: Namespaces | null = null): unknown {
    return this.getroot().findtext(relative(path), absent, namespaces);
  }

  write(
    file: string | { write(text: string): void },
    encoding: string | null = null,
    declares: boolean | null = null,
  ): void {
    const text = declarationOf(encoding, declares) + writeElement(this.getroot(), encoding ?? "us-ascii");
    if (typeof file !== "string") {
      file.write(text);
      return;
    }
    const opened = openFile(file, "wb");
    opened.write(text);
    opened.close();
  }
}

/** From the root, whatever the slash says. */
const relative = (path: string): string => (path.startsWith("/") ? `.${path}` : path);

function textOf(source: string | XmlInput): string {
  if (typeof source !== "string") return source.read();
  const file = openFile(source, "rb");
  const text = file.read();
  file.close();
  return text;
}

/** `ElementTree.parse(source)`, the function. */
export function parseElementTree(source: string | XmlInput): ElementTree {
  const tree = new ElementTree();
  tree.parse(source);
  return tree;
}
