import { quoteText } from "./quoting.ts";

/** A name, or the text of a comment in its place, and an address. */
export type Address = [name: string, address: string];

const SPACE = " \t\r\n";
const ENDS = `()<>@,:;."[]${SPACE}`;
/** Names may have dots in them. */
const NAME_ENDS = ENDS.replace(".", "");

/** Reads addresses as `email.utils` does: it takes almost anything, and never fails. */
export class AddressParser {
  readonly #text: string;
  #at = 0;
  #comments: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** All addresses, with an empty one where there is none. */
  all(): Address[] {
    const found: Address[] = [];
    while (this.#more) {
      const some = this.#address();
      found.push(...(some.length > 0 ? some : [["", ""] as Address]));
    }
    return found;
  }

  get #more(): boolean {
    return this.#at < this.#text.length;
  }

  get #next(): string {
    return this.#text.charAt(this.#at);
  }

  /** Whether the next character is one of these. */
  #is(characters: string): boolean {
    return this.#more && characters.includes(this.#next);
  }

  #address(): Address[] {
    this.#comments = [];
    this.#skip();
    const [start, comments] = [this.#at, this.#comments];
    const phrases = this.#phrases();
    this.#skip();
    let found: Address[] = [];
    if (this.#is(".@")) {
      this.#at = start;
      this.#comments = comments;
      const address = this.#local();
      found = [[this.#comments.join(" "), address]];
    } else if (this.#is(":")) {
      this.#at++;
      found = this.#group();
    } else if (this.#is("<")) {
      const address = this.#route();
      const note = this.#comments.length > 0 ? ` (${this.#comments.join(" ")})` : "";
      found = [[phrases.join(" ") + note, address]];
    } else if (phrases[0] !== undefined) found = [[this.#comments.join(" "), phrases[0]]];
    else if (this.#is('()<>@,:;."[]')) this.#at++;
    this.#skip();
    if (this.#is(",")) this.#at++;
    return found;
  }

  /** `name: joe@example.com, jane@example.com;` */
  #group(): Address[] {
    const found: Address[] = [];
    while (this.#more) {
      this.#skip();
      if (this.#is(";")) {
        this.#at++;
        break;
      }
      found.push(...this.#address());
    }
    return found;
  }

  /** Passes over white space and comments. */
  #skip(): void {
    for (; this.#more;) {
      if (this.#is(SPACE)) this.#at++;
      else if (this.#is("(")) this.#comments.push(this.#delimited(")\r", true));
      else break;
    }
  }

  /** `<@relay:joe@example.com>`, of which the way is passed over. */
  #route(): string {
    let isHost = false;
    this.#at++;
    this.#skip();
    while (this.#more) {
      if (isHost) {
        this.#domain();
        isHost = false;
      } else if (this.#is(">")) {
        this.#at++;
        break;
      } else if (this.#is("@")) {
        this.#at++;
        isHost = true;
      } else if (this.#is(":")) this.#at++;
      else {
        const address = this.#local();
        this.#at++;
        return address;
      }
      this.#skip();
    }
    return "";
  }

  /** `joe@example.com`; nothing if what follows the `@` is no domain. */
  #local(): string {
    const parts: string[] = [];
    this.#skip();
    while (this.#more) {
      if (this.#is(".")) {
        parts.push(".");
        this.#at++;
      } else if (this.#is('"')) parts.push(`"${quoteText(this.#delimited('"\r', false))}"`);
      else if (this.#is(ENDS)) break;
      else parts.push(this.#atom(ENDS));
      this.#skip();
    }
    if (!this.#is("@")) return parts.join("");
    this.#at++;
    this.#skip();
    const domain = this.#domain();
    return domain && `${parts.join("")}@${domain}`;
  }

  #domain(): string {
    const parts: string[] = [];
    while (this.#more) {
      if (this.#is(" \t")) this.#at++;
      else if (this.#is("(")) this.#comments.push(this.#delimited(")\r", true));
      else if (this.#is("[")) parts.push(`[${this.#delimited("]\r", false)}]`);
      else if (this.#is(".")) {
        this.#at++;
        parts.push(".");
      } else if (this.#is("@")) return "";
      else if (this.#is(ENDS)) break;
      else parts.push(this.#atom(ENDS));
    }
    return parts.join("");
  }

  /** What stands between the next character and one of `ends`, or to the end. */
  #delimited(ends: string, nests: boolean): string {
    let inner = "";
    this.#at++;
    while (this.#more) {
      if (this.#is(ends)) {
        this.#at++;
        break;
      }
      if (nests && this.#is("(")) {
        inner += this.#delimited(")\r", true);
        continue;
      }
      if (this.#is("\\")) this.#at++;
      inner += this.#next;
      this.#at++;
    }
    return inner;
  }

  #atom(ends: string): string {
    const start = this.#at;
    while (this.#more && !this.#is(ends)) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  /** Words, and texts in quotation marks. */
  #phrases(): string[] {
    const phrases: string[] = [];
    while (this.#more) {
      if (this.#is(SPACE)) this.#at++;
      else if (this.#is('"')) phrases.push(this.#delimited('"\r', false));
      else if (this.#is("(")) this.#comments.push(this.#delimited(")\r", true));
      else if (this.#is(NAME_ENDS)) break;
      else phrases.push(this.#atom(NAME_ENDS));
    }
    return phrases;
  }
}
