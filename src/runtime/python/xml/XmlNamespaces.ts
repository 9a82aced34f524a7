import type { XmlAttribute, XmlName } from "./XmlEvents.ts";

const XML = "http://www.w3.org/XML/1998/namespace";
const XMLNS = "http://www.w3.org/2000/xmlns/";

/** What prefixes stand for, by the element that declares them. */
export class XmlNamespaces {
  readonly #scopes: Map<string, string>[] = [new Map([["xml", XML]])];

  /** Enters an element: its name and attributes with their namespaces, declarations among them; the error where a prefix has none. */
  open(
    name: string,
    attributes: readonly { readonly name: string; readonly value: string }[],
  ): { readonly name: XmlName; readonly attributes: readonly XmlAttribute[] } | "unbound" | "undeclared" {
    const scope = new Map(this.#scopes.at(-1));
    for (const { name: written, value } of attributes) {
      const [, prefix = ""] = /^xmlns(?::(.*))?$/.exec(written) ?? [null, null];
      if (prefix === null) continue;
      if (prefix !== "" && value === "") return "undeclared";
      scope.set(prefix, value);
    }
    const resolve = (written: string, isAttribute: boolean): XmlName | null => {
      const colon = written.indexOf(":");
      const prefix = colon < 0 ? "" : written.slice(0, colon);
      const local = written.slice(colon + 1);
      if (isAttribute && (written === "xmlns" || prefix === "xmlns"))
        return { written, prefix: prefix || null, local, uri: XMLNS };
      if (prefix === "" && isAttribute) return { written, prefix: null, local, uri: null };
      const uri = scope.get(prefix);
      if (uri === undefined && prefix !== "") return null;
      return { written, prefix: prefix || null, local, uri: uri || null };
    };
    const made: XmlAttribute[] = [];
    for (const { name: written, value } of attributes) {
      const resolved = resolve(written, true);
      if (!resolved) return "unbound";
      made.push({ name: resolved, value });
    }
    const resolved = resolve(name, false);
    if (!resolved) return "unbound";
    this.#scopes.push(scope);
    return { name: resolved, attributes: made };
  }

  close(): void {
    this.#scopes.pop();
  }
}

/** Whether an attribute declares a namespace. */
export const isDeclaration = ({ name }: XmlAttribute): boolean => name.uri === XMLNS;
