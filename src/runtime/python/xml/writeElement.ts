import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { escapeHtml } from "../html/escapeHtml.ts";
import { compareText } from "../text/compareText.ts";
import { encodeAscii } from "../text/encodeAscii.ts";
import type { Element } from "./Element.ts";

/** Prefixes that are known from the start. */
const known: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["http://www.w3.org/1999/xhtml", "html"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://schemas.xmlsoap.org/wsdl/", "wsdl"],
  ["http://www.w3.org/2001/XMLSchema", "xs"],
  ["http://www.w3.org/2001/XMLSchema-instance", "xsi"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
]);

/** `ElementTree.tostring(element, encoding)`: with a declaration unless the encoding is ASCII's or UTF-8's by these very names. */
export const elementText = (element: Element, encoding: string | null = null): string =>
  declarationOf(encoding, null) + writeElement(element, encoding ?? "us-ascii");

export const declarationOf = (encoding: string | null, declares: boolean | null): string =>
  encoding && (declares ?? (encoding !== "utf-8" && encoding !== "us-ascii"))
    ? `<?xml version='1.0' encoding='${encoding}'?>\n`
    : "";

/** An element as text in an encoding, its tail included: what the encoding lacks is written by number. */
export function writeElement(element: Element, encoding: string): string {
  const isUtf8 = /^utf-?8$/i.test(encoding);
  if (!isUtf8 && !/^(us-)?ascii$/i.test(encoding)) throw new UntranslatedError("U0103", `an XML tree in ${encoding}`);
  const encode = (text: string): string => (isUtf8 ? text : encodeAscii(text, "xmlcharrefreplace"));
  const names = namesOf(element, isUtf8);
  const write = (e: Element, declarations: string): string => {
    const tag = names.names.get(e.tag) ?? e.tag;
    const attributes = e
      .items()
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, value]) => ` ${names.names.get(key) ?? key}="${encode(escapeAttribute(value))}"`)
      .join("");
    const inner = [...e].map((child) => write(child, "")).join("");
    const text = encode(escapeHtml(e.text ?? ""));
    const tail = encode(escapeHtml(e.tail ?? ""));
    const start = `<${tag}${declarations}${attributes}`;
    return (text === "" && e.size === 0 ? `${start} />` : `${start}>${text}${inner}</${tag}>`) + tail;
  };
  const declarations = [...names.namespaces]
    .toSorted(([, a], [, b]) => compareText(a, b))
    .map(([uri, prefix]) => ` xmlns:${prefix}="${encode(escapeAttribute(uri))}"`);
  return write(element, declarations.join(""));
}

/** The names of a tree as they are written, and the namespaces that their prefixes are declared for. */
function namesOf(root: Element, isUtf8: boolean): { names: Map<string, string>; namespaces: Map<string, string> } {
  const names = new Map<string, string>();
  const namespaces = new Map<string, string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    const close = name.startsWith("{") ? name.lastIndexOf("}") : -1;
    let written = name;
    if (close >= 0) {
      const uri = name.slice(1, close);
      let prefix = namespaces.get(uri);
      if (prefix === undefined) {
        prefix = known.get(uri) ?? `ns${namespaces.size}`;
        if (prefix !== "xml") namespaces.set(uri, prefix);
      }
      written = `${prefix}:${name.slice(close + 1)}`;
    }
    // Names are not written by number: one that is not ASCII is a UnicodeEncodeError.
    if (!isUtf8) encodeAscii(written);
    names.set(name, written);
  };
  for (const element of root.iter()) {
    add(element.tag);
    for (const key of element.keys()) add(key);
  }
  return { names, namespaces };
}

const escapeAttribute = (text: string): string => escapeHtml(text, true).replaceAll("\n", "&#10;");
