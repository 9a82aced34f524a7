import { ExpatError } from "./ExpatError.ts";
import { after, character, nameRest, nameStart, space } from "./xmlGrammar.ts";

/** Expat's errors that a document can have, by what they are called here. */
const errors = {
  syntax: [2, "syntax error"],
  noElement: [3, "no element found"],
  invalid: [4, "not well-formed (invalid token)"],
  unclosed: [5, "unclosed token"],
  mismatch: [7, "mismatched tag"],
  duplicate: [8, "duplicate attribute"],
  junk: [9, "junk after document element"],
  undefinedEntity: [11, "undefined entity"],
  badReference: [14, "reference to invalid character number"],
  misplacedDeclaration: [17, "XML or text declaration not at start of entity"],
  wrongEncoding: [19, "encoding specified in XML declaration is incorrect"],
  unclosedSection: [20, "unclosed CDATA section"],
  unbound: [27, "unbound prefix"],
  undeclared: [28, "must not undeclare prefix"],
  badDeclaration: [30, "XML declaration not well-formed"],
} as const;

/** A text and a place in it, read as expat's scanner reads: by the character, so that an error stands where expat finds it. */
export class XmlScanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** An error at a place, by line and characters of the line. */
  error(kind: keyof typeof errors, place: number): ExpatError {
    const [code, message] = errors[kind];
    return new ExpatError(message, code, ...this.position(place));
  }

  position(place: number): [line: number, column: number] {
    const lines = this.text.slice(0, place).split(/\r\n|\r|\n/);
    return [lines.length, Array.from(lines.at(-1) ?? "").length];
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Whether white space was there. */
  skipSpace(): boolean {
    const end = after(space, this.text, this.at);
    const some = end > this.at;
    this.at = end;
    return some;
  }

  /** A name, with a prefix or without. `start` is where the token began: there it is unclosed if the text ends. */
  name(start: number): string {
    const from = this.at;
    this.namePart(start);
    if (this.text[this.at] === ":") {
      this.at++;
      this.namePart(start);
    }
    return this.text.slice(from, this.at);
  }

  /** A name without a prefix. */
  plainName(start: number): string {
    const from = this.at;
    this.namePart(start);
    return this.text.slice(from, this.at);
  }

  /** The name of an end tag, where colons stand anywhere. */
  anyName(start: number): string {
    const from = this.at;
    this.namePart(start);
    while (this.text[this.at] === ":") this.at = after(nameRest, this.text, this.at + 1);
    return this.text.slice(from, this.at);
  }

  private namePart(start: number): void {
    const end = after(nameStart, this.text, this.at);
    if (end === this.at) throw this.unexpected(start);
    this.at = after(nameRest, this.text, end);
  }

  /** What comes here may not: the end of the text leaves the token unclosed. */
  unexpected(start: number): ExpatError {
    return this.at >= this.text.length ? this.error("unclosed", start) : this.error("invalid", this.at);
  }

  expect(text: string, start: number): void {
    for (const c of text) {
      if (this.text[this.at] !== c) throw this.unexpected(start);
      this.at++;
    }
  }

  /** The text up to `end`, each of its characters one of XML. */
  until(end: string, start: number): string {
    const from = this.at;
    const found = this.text.indexOf(end, from);
    const stop = found < 0 ? this.text.length : found;
    while (this.at < stop) {
      const next = after(character, this.text, this.at);
      if (next === this.at) throw this.unexpected(start);
      this.at = next;
    }
    if (found < 0) throw this.error("unclosed", start);
    this.at = found + end.length;
    return this.text.slice(from, found);
  }
}
