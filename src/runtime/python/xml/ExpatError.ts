import { Exception } from "../exceptions/Exception.ts";

/** `xml.parsers.expat.ExpatError`: what is wrong with a document, and where. */
export class ExpatError extends Exception {
  override readonly name: string = "ExpatError";
  /** Expat's number of the error. */
  readonly code: number;
  /** From 1. */
  readonly lineno: number;
  /** Characters before it on the line. */
  readonly offset: number;

  constructor(text: string, code: number, lineno: number, offset: number) {
    super(`${text}: line ${lineno}, column ${offset}`);
    this.code = code;
    this.lineno = lineno;
    this.offset = offset;
  }

  /** The same error said in other words. */
  about(text: string): ExpatError {
    return new ExpatError(text, this.code, this.lineno, this.offset);
  }

  override get qualifiedName(): string {
    return "xml.parsers.expat.ExpatError";
  }
}
