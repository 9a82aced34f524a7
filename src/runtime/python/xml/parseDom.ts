import { openFile } from "../files/openFile.ts";
import { encodeAscii } from "../text/encodeAscii.ts";
import { DomNode } from "./DomNode.ts";
import { XmlReader } from "./XmlReader.ts";
import { xmlSource } from "./xmlSource.ts";

/** `minidom.parseString(text)`: the document. An ExpatError for what is not well-formed. */
export function parseDom(data: string | Uint8Array): DomNode {
  const document = new DomNode("Document", "#document");
  let parent = document;
  let inSection = false;
  let newSection = false;
  const add = (node: DomNode): DomNode => {
    node.ownerDocument = document;
    node.parentNode = parent;
    parent.childNodes.push(node);
    return node;
  };
  new XmlReader(xmlSource(data), {
    start(name, attributes) {
      const element = add(new DomNode("Element", name.written, null, name.prefix, name.uri));
      for (const attribute of attributes)
        element.setAttributeNode(
          new DomNode("Attr", attribute.name.written, attribute.value, attribute.name.prefix, attribute.name.uri),
        );
      parent = element;
    },
    end() {
      parent = parent.parentNode ?? document;
    },
    text(text) {
      const last = parent.lastChild;
      const kind = inSection ? "CDATASection" : "Text";
      if (last?.kind === kind && !newSection) last.data += text;
      else add(new DomNode(kind, inSection ? "#cdata-section" : "#text", text));
      newSection = false;
    },
    cdata(starts) {
      inSection = starts;
      newSection = starts;
    },
    comment: (text) => void add(new DomNode("Comment", "#comment", text)),
    instruction: (target, text) => void add(new DomNode("ProcessingInstruction", target, text)),
    doctype(doctype) {
      add(new DomNode("DocumentType", doctype.name)).doctype = doctype;
    },
    skipped: () => null,
  }).read();
  return document;
}

/** Of `unicode`, which Python takes for ASCII: a UnicodeEncodeError for what is not. */
export const parseDomOfUnicode = (text: string): DomNode => parseDom(encodeAscii(text));

/** `minidom.parse(file)`: an open file or the name of one. */
export function parseDomFile(source: string | { read(): string }): DomNode {
  if (typeof source !== "string") return parseDom(source.read());
  const file = openFile(source, "rb");
  const text = file.read();
  file.close();
  return parseDom(text);
}

/** A document of one's own, as `minidom.Document()` is. */
export const newDocument = (): DomNode => new DomNode("Document", "#document");
