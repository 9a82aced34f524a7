import { reprMethod } from "../repr/reprMethod.ts";
import { reprStr } from "../repr/reprStr.ts";
import type { ExpatError } from "./ExpatError.ts";
import { PySyntaxError } from "../exceptions/PySyntaxError.ts";

/** `xml.etree.ElementTree.ParseError`: a SyntaxError, as Python has it. */
export class ParseError extends PySyntaxError {
  override readonly name: string = "ParseError";
  /** Expat's number of the error. */
  readonly code: number;
  /** Line from 1, and characters before it. */
  readonly position: readonly [line: number, column: number];

  /** Its argument is expat's own error. */
  constructor(error: ExpatError) {
    super(error);
    this.code = error.code;
    this.position = [error.lineno, error.offset];
  }

  override get qualifiedName(): string {
    return "xml.etree.ElementTree.ParseError";
  }

  override [reprMethod](): string {
    return `ParseError(ExpatError(${reprStr(this.message)},),)`;
  }
}
