import { reprMethod } from "../repr/reprMethod.ts";
import { reprStr } from "../repr/reprStr.ts";
import { PySyntaxError } from "../exceptions/PySyntaxError.ts";

/** `xml.etree.ElementTree.ParseError`: a SyntaxError, as Python has it. */
export class ParseError extends PySyntaxError {
  override readonly name: string = "ParseError";
  /** Expat's number of the error. */
  readonly code: number;
  /** Line from 1, and characters before it. */
  readonly position: readonly [line: number, column: number];

  constructor(text: string, code: number, position: readonly [line: number, column: number]) {
    super(text);
    this.code = code;
    this.position = position;
  }

  override get qualifiedName(): string {
    return "xml.etree.ElementTree.ParseError";
  }

  override [reprMethod](): string {
    return `ParseError(ExpatError(${reprStr(this.message)},),)`;
  }
}
