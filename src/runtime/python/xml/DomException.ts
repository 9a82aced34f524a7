import { Exception } from "../exceptions/Exception.ts";

/** An exception of `xml.dom`. */
export class DomException extends Exception {
  override readonly name: string;

  constructor(name: "NotFoundErr" | "HierarchyRequestErr", ...args: readonly string[]) {
    super(...args);
    this.name = name;
  }

  override get qualifiedName(): string {
    return `xml.dom.${this.name}`;
  }
}
