import { Element } from "./Element.ts";
import { ExpatError } from "./ExpatError.ts";
import { ParseError } from "./ParseError.ts";
import type { XmlName } from "./XmlEvents.ts";
import { isDeclaration } from "./XmlNamespaces.ts";
import { XmlReader } from "./XmlReader.ts";
import { xmlSource } from "./xmlSource.ts";
import { encodeAscii } from "../text/encodeAscii.ts";

/** `ElementTree.fromstring(text)`: the root element. Comments and instructions are left out, the texts around them are one. */
export function parseElement(data: string | Uint8Array): Element {
  let root: Element | null = null;
  let last: Element | null = null;
  let text = "";
  const open: Element[] = [];
  const flush = (): void => {
    if (last !== null && text !== "") {
      if (open.at(-1) === last) last.text = text;
      else last.tail = text;
    }
    text = "";
  };
  const reader = new XmlReader(xmlSource(data), {
    start(name, attributes) {
      flush();
      const pairs = attributes.filter((a) => !isDeclaration(a)).map((a) => [qualified(a.name), a.value] as const);
      const element = new Element(qualified(name), pairs);
      open.at(-1)?.append(element);
      root ??= element;
      last = element;
      open.push(element);
    },
    end() {
      flush();
      last = open.pop() ?? null;
    },
    text(data) {
      if (open.length > 0) text += data;
    },
    skipped: (name) => `undefined entity &${name};`,
    comment: () => undefined,
    instruction: () => undefined,
    doctype: () => undefined,
    cdata: () => undefined,
  });
  try {
    reader.read();
  } catch (error) {
    if (!(error instanceof ExpatError)) throw error;
    throw new ParseError(error);
  }
  if (root === null) throw new TypeError("a document without a root");
  return root;
}

/** Of `unicode`, which Python takes for ASCII: a UnicodeEncodeError for what is not. */
export const parseElementOfUnicode = (text: string): Element => parseElement(encodeAscii(text));

/** `{namespace}name` */
const qualified = ({ uri, local }: XmlName): string => (uri === null ? local : `{${uri}}${local}`);
