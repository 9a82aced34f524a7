import { Dict } from "../containers/Dict.ts";
import { boxFloat } from "../dynamic/boxFloat.ts";
import { shrink } from "../dynamic/shrink.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { byteLength } from "../text/byteLength.ts";
import { characterLength } from "../text/characterLength.ts";
import { decodeUtf8 } from "../text/decodeUtf8.ts";
import { encodeText } from "../text/encodeText.ts";
import type { Json } from "./Json.ts";
import { jsonLists } from "./jsonLists.ts";

const space = /[ \t\n\r]*/y;
const number = /(-?(?:0|[1-9]\d*))(\.\d+)?(e[+-]?\d+)?/iy;
const word = /null|true|false|NaN|-?Infinity/y;
// oxlint-disable-next-line no-control-regex -- control characters end a string
const plain = /[^"\\\x00-\x1f]*/y;

const words: Readonly<Record<string, Json>> = {
  null: null,
  true: true,
  false: false,
  NaN: Number.NaN,
  Infinity,
  "-Infinity": -Infinity,
};
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** CPython 2.7 says it in other words where it reads a `unicode`. */
const messages = {
  str: {
    name: "Expecting property name",
    colon: "Expecting : delimiter",
    comma: "Expecting , delimiter",
  },
  unicode: {
    name: "Expecting property name enclosed in double quotes",
    colon: "Expecting ':' delimiter",
    comma: "Expecting ',' delimiter",
  },
};

/** An object whose entries come one by one, which shows in the order of a dict. */
export function objectOf(pairs: [string, Json][]): Json {
  const object = new Dict<string, Json>([], "unicode");
  for (const [key, value] of pairs) object.set(key, value);
  return object;
}

/** Reads JSON as CPython 2.7's _json.c does, with its messages and the places that it blames. */
export class JsonScanner {
  position = 0;
  readonly #text: string;
  readonly #finish: (pairs: [string, Json][]) => Json;
  readonly #textType: "str" | "unicode";
  readonly #messages: (typeof messages)["str"];

  constructor(text: string, textType: "str" | "unicode", finish: (pairs: [string, Json][]) => Json = objectOf) {
    this.#finish = finish;
    this.#text = text;
    this.#textType = textType;
    this.#messages = messages[textType];
  }

  /** The value that the text begins with, and the space around it. */
  document(): Json {
    this.#match(space);
    const value = this.#value();
    this.#match(space);
    return value;
  }

  /** A place as the messages give it, or from one to another; `line 1 column 1 (char 0)`. */
  describe(from: number, to?: number): string {
    const places = [from, ...(to === undefined ? [] : [to])];
    return `${places.map((at) => this.#lineAndColumn(at)).join(" - ")} (char ${places.map((at) => this.#offset(at)).join(" - ")})`;
  }

  #value(): Json {
    const first = this.#text[this.position];
    if (first === '"') return this.#string();
    if (first === "{") return this.#object();
    if (first === "[") return this.#array();
    const literal = words[this.#match(word)];
    return literal === undefined ? this.#number() : literal;
  }

  #number(): Json {
    number.lastIndex = this.position;
    const [literal, whole = "", fraction, exponent] = number.exec(this.#text) ?? [];
    if (literal === undefined) throw new ValueError("No JSON object could be decoded");
    this.position += literal.length;
    return fraction === undefined && exponent === undefined ? shrink(BigInt(whole)) : boxFloat(Number(literal));
  }

  #array(): Json[] {
    const items: Json[] = [];
    jsonLists.add(items);
    this.#skip();
    if (!this.#closes("]")) {
      do {
        if (this.#atEnd()) break;
        items.push(this.#value());
      } while (this.#continues("]"));
    }
    this.#close("]");
    return items;
  }

  #object(): Json {
    const pairs: [string, Json][] = [];
    this.#skip();
    if (!this.#closes("}")) {
      do {
        if (this.#atEnd()) break;
        if (!this.#closes('"')) this.#fail(this.#messages.name);
        const key = this.#string();
        this.#match(space);
        if (!this.#closes(":")) this.#fail(this.#messages.colon);
        this.#skip();
        pairs.push([key, this.#value()]);
      } while (this.#continues("}"));
    }
    this.#close("}");
    return this.#finish(pairs);
  }

  /** Goes past one character and the space after it. */
  #skip(): void {
    this.position++;
    this.#match(space);
  }

  #closes(character: string): boolean {
    return this.#text[this.position] === character;
  }

  #atEnd(): boolean {
    return this.position >= this.#text.length;
  }

  /** Whether a comma follows a value, which is gone past, and not the end. */
  #continues(close: string): boolean {
    this.#match(space);
    if (this.#atEnd() || this.#closes(close)) return false;
    if (!this.#closes(",")) this.#fail(this.#messages.comma);
    this.#skip();
    return true;
  }

  /** CPython blames the text's last character for an array or object that is not closed. */
  #close(character: string): void {
    if (!this.#closes(character)) this.#fail("Expecting object", this.#text.length - 1);
    this.position++;
  }

  #string(): string {
    const start = this.position++;
    let result = "";
    for (;;) {
      result += this.#checked(this.#match(plain));
      const character = this.#text[this.position];
      if (character === undefined) this.#fail("Unterminated string starting at", start);
      if (character === '"') break;
      if (character !== "\\") this.#fail("Invalid control character at");
      result += this.#escape(start);
    }
    this.position++;
    return result;
  }

  #escape(start: number): string {
    const character = this.#text[this.position + 1];
    if (character === undefined) this.#fail("Unterminated string starting at", start);
    if (character === "u") {
      const digits = this.#text.slice(this.position + 2, this.position + 6);
      const complete = /^[\da-f]{4}$/i.test(digits) && this.position + 6 < this.#text.length;
      if (!complete) this.#fail("Invalid \\uXXXX escape", this.position + 1);
      this.position += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = escapes[character];
    if (escaped === undefined) this.#fail("Invalid \\escape");
    this.position += 2;
    return escaped;
  }

  /** A stretch of a string; if it was bytes they must be UTF-8. */
  #checked(stretch: string): string {
    return this.#textType === "str" && /[\uDC80-\uDCFF]/.test(stretch) ? decodeUtf8(encodeText(stretch)) : stretch;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const [matched = ""] = pattern.exec(this.#text) ?? [];
    this.position += matched.length;
    return matched;
  }

  #fail(message: string, at: number = this.position): never {
    throw new ValueError(`${message}: ${this.describe(at)}`);
  }

  #length(text: string): number {
    return this.#textType === "str" ? byteLength(text) : characterLength(text);
  }

  #offset(at: number): number {
    return this.#length(this.#text.slice(0, at));
  }

  #lineAndColumn(at: number): string {
    const before = this.#text.slice(0, at);
    const line = before.split("\n").length;
    return `line ${line} column ${this.#length(before.slice(before.lastIndexOf("\n") + 1)) + 1}`;
  }
}
