import { escapeCharacter } from "../repr/escapeCharacter.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import { UnicodeError } from "./UnicodeError.ts";
import { reprArguments } from "../repr/reprArguments.ts";
import { reprMethod } from "../repr/reprMethod.ts";

/** Raised for text that a codec cannot write. `start` and `end` count characters (code points) from 0, `end` exclusive. */
export class UnicodeEncodeError extends UnicodeError {
  override readonly name: string = "UnicodeEncodeError";
  readonly encoding: string;
  readonly object: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;

  constructor(encoding: string, object: string, start: number, end: number, reason: string) {
    super(encoding, object, start, end, reason);
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }

  override toString(): string {
    const codec = `'${this.encoding}' codec can't encode`;
    if (this.end !== this.start + 1)
      return `${codec} characters in position ${this.start}-${this.end - 1}: ${this.reason}`;
    const character = [...this.object][this.start] ?? "";
    return `${codec} character u'${escapeCharacter(character)}' in position ${this.start}: ${this.reason}`;
  }

  override [reprMethod](): string {
    const [encoding, , ...rest] = this.args;
    return `${this.name}(${reprArguments([encoding]).slice(1, -2)}, ${reprUnicode(this.object)}, ${reprArguments(rest).slice(1)}`;
  }
}
