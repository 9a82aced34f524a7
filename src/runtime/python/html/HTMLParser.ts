import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { UnboundLocalError } from "../exceptions/UnboundLocalError.ts";
import { reprStr } from "../repr/reprStr.ts";
import { byteLength } from "../text/byteLength.ts";
import { lower } from "../text/lower.ts";
import { strip } from "../text/strip.ts";
import { HTMLParseError } from "./HTMLParseError.ts";
import * as grammar from "./htmlGrammar.ts";
import { unescapeEntities } from "./unescapeEntities.ts";

const { matchAt } = grammar;

/** The place that was reached, and whether what began there was complete: more text is needed, where not. */
type Step = readonly [place: number, complete: boolean];

/** An attribute's name, in lower case, and its value; null for none. */
export type Attribute = [name: string, value: string | null];

/** `HTMLParser.HTMLParser`, step by step as 2.7.18 has it: a derived class takes what it finds by overriding `handle…`. */
export class HTMLParser {
  #raw = "";
  #line = 1;
  #column = 0;
  /** The script or style that is being read: nothing but its end is markup. */
  #element: string | null = null;
  #startTag: string | null = null;

  handleStarttag(_tag: string, _attrs: Attribute[]): void {}
  handleEndtag(_tag: string): void {}
  handleData(_data: string): void {}
  handleCharref(_name: string): void {}
  handleEntityref(_name: string): void {}
  handleComment(_data: string): void {}
  handleDecl(_decl: string): void {}
  handlePi(_data: string): void {}
  unknownDecl(_data: string): void {}

  /** `<br/>`: by default a start and an end. */
  handleStartendtag(tag: string, attrs: Attribute[]): void {
    this.handleStarttag(tag, attrs);
    this.handleEndtag(tag);
  }

  error(message: string): void {
    throw new HTMLParseError(message, this.getpos());
  }

  /** Forgets what was fed. */
  reset(): void {
    this.#raw = "";
    this.#line = 1;
    this.#column = 0;
    this.#element = null;
  }

  /** Parses as far as the text is complete; the rest waits for more. */
  feed(data: string): void {
    this.#raw += data;
    this.#goAhead(false);
  }

  /** Parses what is left as if the text ended here. */
  close(): void {
    this.#goAhead(true);
  }

  /** Line from 1 and column from 0. */
  getpos(): [line: number, column: number] {
    return [this.#line, this.#column];
  }

  /** The last start tag as it is written. */
  getStarttagText(): string | null {
    return this.#startTag;
  }

  unescape(text: string): string {
    return unescapeEntities(text);
  }

  #goAhead(end: boolean): void {
    const raw = this.#raw;
    let at = 0;
    while (at < raw.length) {
      const pattern = this.#element === null ? grammar.interesting : grammar.endOf(this.#element);
      const found = matchAt(pattern, raw, at)?.index;
      if (found === undefined && this.#element !== null) break;
      const markup = found ?? raw.length;
      if (at < markup) this.handleData(raw.slice(at, markup));
      at = this.#move(at, markup);
      if (at === raw.length) break;
      const [next, complete] = raw[at] === "<" ? this.#tag(at, end) : this.#reference(at, end);
      at = next;
      if (!complete) break;
    }
    if (end && at < raw.length && this.#element === null) {
      this.handleData(raw.slice(at));
      at = this.#move(at, raw.length);
    }
    this.#raw = raw.slice(at);
  }

  /** Reads what begins with `<`. */
  #tag(at: number, end: boolean): Step {
    const raw = this.#raw;
    let next: number;
    if (matchAt(grammar.startTagOpen, raw, at)) next = this.#parseStartTag(at);
    else if (raw.startsWith("</", at)) next = this.#parseEndTag(at);
    else if (raw.startsWith("<!--", at)) next = this.#parseComment(at);
    else if (raw.startsWith("<?", at)) next = this.#parseInstruction(at);
    else if (raw.startsWith("<!", at)) next = this.#parseDeclaration(at);
    else if (at + 1 < raw.length) {
      this.handleData("<");
      next = at + 1;
    } else return [at, false];
    if (next < 0) {
      if (!end) return [at, false];
      next = raw.indexOf(">", at + 1) + 1;
      if (next === 0) next = raw.indexOf("<", at + 1);
      if (next < 0) next = at + 1;
      this.handleData(raw.slice(at, next));
    }
    return [this.#move(at, next), true];
  }

  /** Reads what begins with `&`. */
  #reference(at: number, end: boolean): Step {
    const raw = this.#raw;
    const after = (match: RegExpExecArray): Step => {
      const next = at + match[0].length;
      return [this.#move(at, raw[next - 1] === ";" ? next : next - 1), true];
    };
    if (raw.startsWith("&#", at)) {
      const match = matchAt(grammar.characterReference, raw, at);
      if (match) {
        this.handleCharref(match[0].slice(2, -1));
        return after(match);
      }
      if (!raw.includes(";", at)) return [at, false];
      this.handleData(raw.slice(at, at + 2));
      return [this.#move(at, at + 2), false];
    }
    const match = matchAt(grammar.entityReference, raw, at);
    if (match) {
      this.handleEntityref(match[1] ?? "");
      return after(match);
    }
    const start = matchAt(grammar.incomplete, raw, at);
    if (start) {
      if (end && start[0] === raw.slice(at)) this.error("EOF in middle of entity or char ref");
      return [at, false];
    }
    if (at + 1 >= raw.length) return [at, false];
    this.handleData("&");
    return [this.#move(at, at + 1), true];
  }

  /** The place after a start tag, negative where it is not complete. */
  #parseStartTag(at: number): number {
    this.#startTag = null;
    const end = this.#endOfStartTag(at);
    if (end < 0) return end;
    const raw = this.#raw;
    const text = raw.slice(at, end);
    this.#startTag = text;
    const attributes: Attribute[] = [];
    const name = matchAt(grammar.tagName, raw, at + 1);
    let place = at + 1 + (name?.[0].length ?? 0);
    const tag = lower(name?.[1] ?? "");
    while (place < end) {
      const found = matchAt(grammar.attribute, raw, place);
      if (!found) break;
      attributes.push([lower(found[1] ?? ""), found[2] ? attributeValue(found[3] ?? "") : null]);
      place += found[0].length;
    }
    const close = strip(raw.slice(place, end));
    if (close !== ">" && close !== "/>") this.handleData(text);
    else if (close === "/>") this.handleStartendtag(tag, attributes);
    else {
      this.handleStarttag(tag, attributes);
      if (tag === "script" || tag === "style") this.#element = tag;
    }
    return end;
  }

  #endOfStartTag(at: number): number {
    const raw = this.#raw;
    const end = at + (matchAt(grammar.wholeStartTag, raw, at)?.[0].length ?? 0);
    const next = raw[end] ?? "";
    if (next === ">") return end + 1;
    if (next === "/") return raw.startsWith("/>", end) ? end + 2 : -1;
    if (next === "" || /[a-zA-Z=]/.test(next)) return -1;
    return end > at ? end : at + 1;
  }

  #parseEndTag(at: number): number {
    const raw = this.#raw;
    const close = raw.indexOf(">", at + 1) + 1;
    if (close === 0) return -1;
    const found = matchAt(grammar.endTag, raw, at);
    if (!found) {
      if (this.#element !== null) {
        this.handleData(raw.slice(at, close));
        return close;
      }
      const name = matchAt(grammar.tagName, raw, at + 2);
      if (!name) return raw.startsWith("</>", at) ? at + 3 : this.#parseBogusComment(at);
      const end = raw.indexOf(">", at + 2 + name[0].length);
      this.handleEndtag(lower(name[1] ?? ""));
      return end + 1;
    }
    const element = lower(found[1] ?? "");
    if (this.#element !== null && element !== this.#element) {
      this.handleData(raw.slice(at, close));
      return close;
    }
    this.handleEndtag(element);
    this.#element = null;
    return close;
  }

  #parseComment(at: number): number {
    const close = matchAt(grammar.commentClose, this.#raw, at + 4);
    if (!close) return -1;
    this.handleComment(this.#raw.slice(at + 4, close.index));
    return close.index + close[0].length;
  }

  #parseBogusComment(at: number): number {
    const close = this.#raw.indexOf(">", at + 2);
    if (close < 0) return -1;
    this.handleComment(this.#raw.slice(at + 2, close));
    return close + 1;
  }

  #parseInstruction(at: number): number {
    const close = this.#raw.indexOf(">", at + 2);
    if (close < 0) return -1;
    this.handlePi(this.#raw.slice(at + 2, close));
    return close + 1;
  }

  #parseDeclaration(at: number): number {
    const raw = this.#raw;
    if (raw.startsWith("<![", at)) return this.#parseSection(at);
    if (lower(raw.slice(at, at + 9)) !== "<!doctype") return this.#parseBogusComment(at);
    const close = raw.indexOf(">", at + 9);
    if (close < 0) return -1;
    this.handleDecl(raw.slice(at + 2, close));
    return close + 1;
  }

  /** `<![CDATA[…]]>`, and Office's `<![if …]>`. */
  #parseSection(at: number): number {
    const raw = this.#raw;
    const start = at + 3;
    if (start === raw.length) return -1;
    const found = matchAt(grammar.declarationName, raw, start);
    if (!found) {
      this.#move(at, start);
      this.error(`expected name token at ${reprStr(raw.slice(at, at + 20))}`);
      // An `error` of the script's own that comes back: Python's next step fails.
      throw new PyTypeError("'NoneType' object is not iterable");
    }
    const end = start + found[0].length;
    if (end === raw.length) return -1;
    const name = lower(strip(found[0]));
    const isMarked = ["temp", "cdata", "ignore", "include", "rcdata"].includes(name);
    if (!isMarked && !["if", "else", "endif"].includes(name)) {
      this.error(`unknown status keyword ${reprStr(raw.slice(start, end))} in marked section`);
      throw new UnboundLocalError("local variable 'match' referenced before assignment");
    }
    const close = matchAt(isMarked ? grammar.sectionClose : grammar.officeSectionClose, raw, start);
    if (!close) return -1;
    this.unknownDecl(raw.slice(start, close.index));
    return close.index + close[0].length;
  }

  /** Counts lines and columns from one place to another, and gives the latter. */
  #move(from: number, to: number): number {
    if (from >= to) return to;
    const lines = this.#raw.slice(from, to).split("\n");
    this.#line += lines.length - 1;
    const last = byteLength(lines.at(-1) ?? "");
    this.#column = lines.length > 1 ? last : this.#column + last;
    return to;
  }
}

/** An attribute's value without its quotes and entities. */
function attributeValue(written: string): string {
  const quote = written[0];
  const quoted = (quote === "'" || quote === '"') && written.endsWith(quote);
  return unescapeEntities(quoted ? written.slice(1, -1) : written);
}
