import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import type { XmlEvents } from "./XmlEvents.ts";
import { after, character, isCharacterNumber, nameStart, normalizeLines, plainText } from "./xmlGrammar.ts";
import { XmlNamespaces } from "./XmlNamespaces.ts";
import { XmlScanner } from "./XmlScanner.ts";

const predefined: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/** Where an attribute's name and value were found. */
interface RawAttribute {
  readonly name: string;
  readonly place: number;
  readonly value: string;
}

/**
 * Reads a whole document and tells its parts, or throws the ExpatError that expat 2 of CPython 2.7.18 ends with: the same text, line and
 * column. A document type with more than plain entities of its own is an UntranslatedError.
 */
export class XmlReader {
  readonly #scanner: XmlScanner;
  readonly #events: XmlEvents;
  readonly #namespaces = new XmlNamespaces();
  readonly #entities = new Map<string, string>();
  /** A document type elsewhere may declare entities. */
  #external = false;
  #standalone = false;
  /** Names of the elements that are open. */
  readonly #open: string[] = [];

  constructor(text: string, events: XmlEvents) {
    this.#scanner = new XmlScanner(text);
    this.#events = events;
  }

  read(): void {
    const scanner = this.#scanner;
    if (/^<\?xml[\s?]/.test(scanner.text)) this.#declaration();
    let doctype = false;
    let root = false;
    for (;;) {
      scanner.skipSpace();
      const start = scanner.at;
      if (start === scanner.text.length) {
        if (root) return;
        throw scanner.error("noElement", start);
      }
      if (scanner.startsWith("<!-")) this.#comment();
      else if (scanner.startsWith("<?")) this.#instruction();
      else if (/^<!DOCTYPE\s/.test(scanner.text.slice(start, start + 10)) && !doctype && !root) {
        this.#doctype();
        doctype = true;
      } else if (scanner.text[start] === "<" && this.#isNameAt(start + 1) && !root) {
        this.#content();
        root = true;
      } else this.#misplaced(root);
    }
  }

  #isNameAt(place: number): boolean {
    return after(nameStart, this.#scanner.text, place) > place;
  }

  /** What may not stand outside of the root element: expat takes it for a part of a document type. */
  #misplaced(root: boolean): never {
    const scanner = this.#scanner;
    const { text, at: start } = scanner;
    const kind = root ? "junk" : "syntax";
    const rest = text.slice(start);
    if (/^<(!?|[!][A-Za-z-]*)$/.test(rest)) throw scanner.error("unclosed", start);
    if (rest.startsWith("<")) {
      const [declaration] = /^<![A-Za-z_]+/.exec(rest) ?? [];
      const next = declaration === undefined ? "" : (rest[declaration.length] ?? "");
      if (declaration !== undefined && !/\s/.test(next)) throw scanner.error("invalid", start + declaration.length);
      const ok = rest.startsWith("<![") || declaration !== undefined || this.#isNameAt(start + 1);
      if (ok) throw scanner.error(kind, start);
      throw scanner.error("invalid", start + (rest.startsWith("<!") ? 2 : 1));
    }
    const quote = rest[0] ?? "";
    if (quote === '"' || quote === "'") {
      const close = rest.indexOf(quote, 1);
      if (close < 0) throw scanner.error("unclosed", start);
      if (/^[^\s>%[]/.test(rest.slice(close + 1))) throw scanner.error("invalid", start + close + 1);
      throw scanner.error(kind, start);
    }
    if (/^[[(),|>]/.test(rest)) throw scanner.error(kind, start);
    if (/^[\]%#)]/.test(rest)) throw new UntranslatedError("U0103", `XML that begins with ${rest.slice(0, 10)}`);
    const word = /^[-\w.:\xB7-\uD7FF]+/u.exec(rest)?.[0] ?? "";
    if (word === "") throw scanner.error("invalid", start);
    const next = rest[word.length];
    if (next === undefined && word.endsWith(":")) throw scanner.error("unclosed", start);
    if (next === undefined || /[\s>),|[%+*?]/.test(next)) throw scanner.error(kind, start);
    throw scanner.error("invalid", start + word.length);
  }

  #declaration(): void {
    const scanner = this.#scanner;
    const form =
      /^<\?xml\s+version\s*=\s*(?:"1\.[0-9]"|'1\.[0-9]')(?:\s+encoding\s*=\s*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:\s+standalone\s*=\s*(?:"(yes|no)"|'(yes|no)'))?\s*\?>/;
    const match = form.exec(scanner.text);
    if (!match) {
      if (scanner.text.startsWith("<?xml?>")) throw scanner.error("badDeclaration", 5);
      throw new UntranslatedError("U0103", "an XML declaration that is not well-formed");
    }
    const encoding = match[1] ?? match[2];
    if (encoding?.toLowerCase() === "utf-16") throw scanner.error("wrongEncoding", match[0].indexOf(encoding));
    this.#standalone = (match[3] ?? match[4]) === "yes";
    scanner.at = match[0].length;
  }

  #doctype(): void {
    const scanner = this.#scanner;
    const literal = `(?:"([^"]*)"|'([^']*)')`;
    const form = new RegExp(
      `<!DOCTYPE\\s+([A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?)(?:\\s+(?:SYSTEM\\s+${literal}|PUBLIC\\s+${literal}\\s+${literal}))?\\s*(?:\\[([^\\]]*)\\]\\s*)?>`,
      "y",
    );
    form.lastIndex = scanner.at;
    const match = form.exec(scanner.text);
    if (!match) throw new UntranslatedError("U0103", "a document type that is not well-formed, or has conditions");
    const [whole, name = "", s1, s2, p1, p2, ps1, ps2, subset] = match;
    const systemId = s1 ?? s2 ?? ps1 ?? ps2 ?? null;
    if (systemId !== null) this.#external = true;
    if (subset !== undefined) this.#declareEntities(subset);
    this.#events.doctype({ name, publicId: p1 ?? p2 ?? null, systemId, internalSubset: subset ?? null });
    scanner.at += whole.length;
  }

  #declareEntities(subset: string): void {
    const rest = subset
      .replace(/<!--[^]*?-->/g, "")
      .replace(
        /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>/g,
        (_, name: string, a?: string, b?: string) => {
          if (!this.#entities.has(name)) this.#entities.set(name, normalizeLines(a ?? b ?? ""));
          return "";
        },
      );
    if (rest.trim() !== "")
      throw new UntranslatedError("U0103", `declarations in a document type: ${rest.trim().slice(0, 40)}`);
  }

  /** The root element with all that is in it. */
  #content(): void {
    const scanner = this.#scanner;
    const { text } = scanner;
    do {
      const start = scanner.at;
      // A last carriage return is not read: a line feed may follow.
      if (start === text.length) throw scanner.error("noElement", text.endsWith("\r") ? start - 1 : start);
      if (text[start] === "&") this.#reference();
      else if (text[start] !== "<") this.#text();
      else if (scanner.startsWith("</")) this.#endTag();
      else if (scanner.startsWith("<!")) this.#bang();
      else if (scanner.startsWith("<?")) this.#instruction();
      else this.#startTag();
    } while (this.#open.length > 0);
  }

  #text(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    let end = after(plainText, scanner.text, start);
    const close = scanner.text.slice(start, end).indexOf("]]>");
    if (close >= 0) throw scanner.error("invalid", start + close + 2);
    if (end === start) throw scanner.error("invalid", start);
    scanner.at = end;
    this.#events.text(normalizeLines(scanner.text.slice(start, end)));
  }

  #bang(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanner.startsWith("<!-")) {
      this.#comment();
      return;
    }
    scanner.at += 2;
    scanner.expect("[CDATA[", start);
    const from = scanner.at;
    const found = scanner.text.indexOf("]]>", from);
    const end = found < 0 ? scanner.text.length : found;
    while (scanner.at < end) {
      const next = after(character, scanner.text, scanner.at);
      if (next === scanner.at) throw scanner.error("invalid", next);
      scanner.at = next;
    }
    if (found < 0) throw scanner.error("unclosedSection", end - (/\]{0,2}$/.exec(scanner.text)?.[0].length ?? 0));
    this.#events.cdata(true);
    if (found > from) this.#events.text(normalizeLines(scanner.text.slice(from, found)));
    this.#events.cdata(false);
    scanner.at = found + 3;
  }

  #comment(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.expect("<!--", start);
    const data = scanner.until("--", start);
    scanner.expect(">", start);
    this.#events.comment(normalizeLines(data));
  }

  #instruction(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.at += 2;
    const from = scanner.at;
    const target = scanner.plainName(start);
    if (target.toLowerCase() === "xml" && target !== "xml") throw scanner.error("invalid", from + 3);
    let data = "";
    if (scanner.skipSpace()) data = normalizeLines(scanner.until("?>", start));
    else scanner.expect("?>", start);
    if (target === "xml") throw scanner.error("misplacedDeclaration", start);
    this.#events.instruction(target, data);
  }

  #reference(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    const { name, text } = this.#scanReference(start);
    if (text === null && name === null) throw scanner.error("badReference", start);
    if (text !== null) this.#events.text(text);
    else if (!this.#external || this.#standalone) throw scanner.error("undefinedEntity", start);
    else {
      const problem = this.#events.skipped(name ?? "");
      if (problem !== null) throw scanner.error("undefinedEntity", start).about(problem);
    }
  }

  /** `&name;` and `&#number;`: what it stands for, null where that is not known, with null for its name where the number is none. */
  #scanReference(token: number): { readonly name: string | null; readonly text: string | null } {
    const scanner = this.#scanner;
    scanner.at++;
    if (scanner.text[scanner.at] !== "#") {
      const name = scanner.plainName(token);
      scanner.expect(";", token);
      return { name, text: predefined[name] ?? this.#entities.get(name) ?? null };
    }
    scanner.at++;
    const hexadecimal = scanner.text[scanner.at] === "x";
    if (hexadecimal) scanner.at++;
    const from = scanner.at;
    const digit = hexadecimal ? /[0-9a-fA-F]/ : /[0-9]/;
    while (digit.test(scanner.text[scanner.at] ?? "")) scanner.at++;
    if (scanner.at === from) throw scanner.unexpected(token);
    const code = Number.parseInt(scanner.text.slice(from, scanner.at), hexadecimal ? 16 : 10);
    scanner.expect(";", token);
    return { name: null, text: isCharacterNumber(code) ? String.fromCodePoint(code) : null };
  }

  #startTag(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.at++;
    const name = scanner.name(start);
    const places: { name: string; place: number; from: number; to: number }[] = [];
    let empty = false;
    for (;;) {
      const spaced = scanner.skipSpace();
      const next = scanner.text[scanner.at];
      if (next === ">") break;
      if (next === "/") {
        scanner.at++;
        if (scanner.text[scanner.at] !== ">") throw scanner.unexpected(start);
        empty = true;
        break;
      }
      if (!spaced) throw scanner.unexpected(start);
      places.push(this.#scanAttribute(start));
    }
    scanner.at++;
    const end = scanner.at;
    const attributes = this.#attributes(places, start);
    scanner.at = end;
    const resolved = this.#namespaces.open(name, attributes);
    if (typeof resolved === "string") throw scanner.error(resolved, start);
    this.#events.start(resolved.name, resolved.attributes);
    if (!empty) this.#open.push(name);
    else {
      this.#namespaces.close();
      this.#events.end();
    }
  }

  /** Only the form of an attribute, as expat first reads a whole tag. */
  #scanAttribute(start: number): { name: string; place: number; from: number; to: number } {
    const scanner = this.#scanner;
    const place = scanner.at;
    const name = scanner.name(start);
    scanner.skipSpace();
    scanner.expect("=", start);
    scanner.skipSpace();
    const quote = scanner.text[scanner.at] ?? "";
    if (quote !== '"' && quote !== "'") throw scanner.unexpected(start);
    scanner.at++;
    const from = scanner.at;
    while (scanner.text[scanner.at] !== quote) {
      if (scanner.text[scanner.at] === "&") this.#scanReference(start);
      else {
        const next = after(character, scanner.text, scanner.at);
        if (next === scanner.at || scanner.text[scanner.at] === "<") throw scanner.unexpected(start);
        scanner.at = next;
      }
    }
    const to = scanner.at;
    scanner.at++;
    return { name, place, from, to };
  }

  #attributes(
    places: readonly { name: string; place: number; from: number; to: number }[],
    start: number,
  ): RawAttribute[] {
    const seen = new Set<string>();
    return places.map(({ name, place, from, to }) => {
      if (seen.has(name)) throw this.#scanner.error("duplicate", place);
      seen.add(name);
      return { name, place, value: this.#attributeValue(from, to, start) };
    });
  }

  /** White space is blanks, unless it is written by its number. */
  #attributeValue(from: number, to: number, start: number): string {
    const scanner = this.#scanner;
    let value = "";
    scanner.at = from;
    while (scanner.at < to) {
      const next = scanner.text.indexOf("&", scanner.at);
      const end = next < 0 || next > to ? to : next;
      value += normalizeLines(scanner.text.slice(scanner.at, end)).replace(/[\t\n]/g, " ");
      scanner.at = end;
      if (end === to) break;
      const { name, text } = this.#scanReference(start);
      // Expat stands at the reference for a number, and at the tag for a name.
      if (text !== null) value += name === null ? text : text.replace(/[\t\n]/g, " ");
      else if (name === null) throw scanner.error("badReference", end);
      else if (!this.#external || this.#standalone) throw scanner.error("undefinedEntity", start);
    }
    return value;
  }

  #endTag(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.at += 2;
    const name = scanner.anyName(start);
    scanner.skipSpace();
    scanner.expect(">", start);
    if (name !== this.#open.at(-1)) throw scanner.error("mismatch", start + 2);
    this.#open.pop();
    this.#namespaces.close();
    this.#events.end();
  }
}
