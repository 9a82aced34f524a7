import { Exception } from "../../python/exceptions/Exception.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";
import { encodeText } from "../../python/text/encodeText.ts";

/** `httplib.HTTPException`: an answer that is not HTTP. Neither a URLError nor an IOError. */
export class HTTPException extends Exception {
  override readonly name: string = "HTTPException";

  override get qualifiedName(): string {
    return `httplib.${this.name}`;
  }
}

/** The answer's first line is missing or has no valid status; `line` is what arrived, or says that nothing did. */
export class BadStatusLine extends HTTPException {
  override readonly name: string = "BadStatusLine";
  readonly line: string;

  constructor(line: string) {
    const shown = line === "" ? "''" : line;
    super(shown);
    this.line = shown;
    // Python's class sets its arguments without its base's constructor, which alone keeps a message.
    this.soleArgument = "";
  }
}

/** A body in chunks that was cut: `partial` is what could be read, `expected` how many bytes more were announced. */
export class IncompleteRead extends HTTPException {
  override readonly name: string = "IncompleteRead";
  readonly partial: string | Uint8Array;
  readonly expected: number | null;

  constructor(partial: string | Uint8Array, expected: number | null = null) {
    super(partial);
    this.partial = partial;
    this.expected = expected;
    this.soleArgument = "";
  }

  override toString(): string {
    const { length } = typeof this.partial === "string" ? encodeText(this.partial) : this.partial;
    const expected = this.expected === null ? "" : `, ${this.expected} more expected`;
    return `IncompleteRead(${length} bytes read${expected})`;
  }

  override [reprMethod](): string {
    return this.toString();
  }
}

/** A URL that httplib refuses to send: spaces, control or non-ASCII characters, or a port that is no number. */
export class InvalidURL extends HTTPException {
  override readonly name: string = "InvalidURL";
}

/** A line of the answer's head is over 65536 bytes; `kind` says which. */
export class LineTooLong extends HTTPException {
  override readonly name: string = "LineTooLong";

  constructor(kind: string) {
    super(`got more than 65536 bytes when reading ${kind}`);
  }
}

/** An answer of a version of HTTP other than 0.9 and 1.x; `version` is as sent. */
export class UnknownProtocol extends HTTPException {
  override readonly name: string = "UnknownProtocol";
  readonly version: string;

  constructor(version: string) {
    super(version);
    this.version = version;
    this.soleArgument = "";
  }
}
