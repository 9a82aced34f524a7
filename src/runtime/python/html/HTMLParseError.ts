import { Exception } from "../exceptions/Exception.ts";

/** `HTMLParser.HTMLParseError`: the text says where. */
export class HTMLParseError extends Exception {
  override readonly name: string = "HTMLParseError";
  readonly msg: string;
  /** From 1. */
  readonly lineno: number | null;
  /** From 0. */
  readonly offset: number | null;

  constructor(msg: string, [lineno, offset]: readonly [number | null, number | null] = [null, null]) {
    super(msg);
    this.args = [msg, [lineno, offset]];
    this.msg = msg;
    this.lineno = lineno;
    this.offset = offset;
    // Python's class sets its arguments without its base's constructor, which alone keeps a message.
    this.soleArgument = "";
  }

  override get qualifiedName(): string {
    return "HTMLParser.HTMLParseError";
  }

  override toString(): string {
    const line = this.lineno === null ? "" : `, at line ${this.lineno}`;
    return this.msg + line + (this.offset === null ? "" : `, column ${this.offset + 1}`);
  }
}
