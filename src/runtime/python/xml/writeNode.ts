import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { compareText } from "../text/compareText.ts";
import type { DomNode } from "./DomNode.ts";

/** `node.toprettyxml(indent, newline, encoding)`; the encoding stands in the declaration, and what it lacks is written anyway. */
export function writeNode(node: DomNode, step: string, newline: string, encoding: string | null): string {
  if (encoding !== null && !/^utf-?8$/i.test(encoding))
    throw new UntranslatedError("U0103", `an XML tree in ${encoding}`);
  const named = encoding === null ? "" : `encoding="${encoding}"`;
  return write(node, "", step, newline, named);
}

function write(node: DomNode, indent: string, step: string, newline: string, encoding: string): string {
  const children = (deeper: string): string => node.childNodes.map((c) => write(c, deeper, step, newline, "")).join("");
  switch (node.kind) {
    case "Document":
      return `<?xml version="1.0" ${encoding}?>${newline}${children(indent)}`;
    case "Element": {
      const attributes = [...(node.attributes ?? [])]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([name, attribute]) => ` ${name}="${escape(attribute.value)}"`)
        .join("");
      const start = `${indent}<${node.nodeName}${attributes}`;
      const [only] = node.childNodes;
      if (!only) return `${start}/>${newline}`;
      const inner =
        node.childNodes.length === 1 && only.kind === "Text"
          ? write(only, "", "", "", "")
          : newline + children(indent + step) + indent;
      return `${start}>${inner}</${node.nodeName}>${newline}`;
    }
    case "Text":
      return escape(indent + node.data + newline);
    case "CDATASection":
      if (node.data.includes("]]>")) throw new ValueError("']]>' not allowed in a CDATA section");
      return `<![CDATA[${node.data}]]>`;
    case "Comment":
      if (node.data.includes("--")) throw new ValueError("'--' is not allowed in a comment node");
      return `${indent}<!--${node.data}-->${newline}`;
    case "ProcessingInstruction":
      return `${indent}<?${node.target} ${node.data}?>${newline}`;
    case "DocumentType":
      return writeDoctype(node, newline);
    case "Attr":
      return "";
  }
}

function writeDoctype(node: DomNode, newline: string): string {
  const { publicId, systemId, internalSubset } = node.doctype ?? {
    publicId: null,
    systemId: null,
    internalSubset: null,
  };
  const id = publicId
    ? `${newline}  PUBLIC '${publicId}'${newline}  '${systemId}'`
    : systemId
      ? `${newline}  SYSTEM '${systemId}'`
      : "";
  return `<!DOCTYPE ${node.nodeName}${id}${internalSubset === null ? "" : ` [${internalSubset}]`}>${newline}`;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll(">", "&gt;");
