import { asksUnicode } from "./asksUnicode.ts";
import { patternFlags, type PatternNode, type PatternSequence, type PatternSetItem } from "./PatternNode.ts";
import { UnsupportedPattern } from "./UnsupportedPattern.ts";

/** How a pattern is to be written. */
export interface PatternStyle {
  /** Python's flags. */
  readonly flags: number;
  /** JavaScript's `u` flag is set: code points count, not units. */
  readonly codePoints: boolean;
}

/** The source of a JavaScript regular expression that matches what the pattern matches, under `s` for `re.S` and `i` for `re.I`. */
export function writePattern(body: PatternSequence, style: PatternStyle): string {
  return new PatternWriter(style).sequence(body);
}

/** Python's `\s` of a byte string; JavaScript's takes no-break spaces and others. */
const space = "\\t-\\r ";
const notSpace = "\\0-\\b\\x0e-\\x1f!-";
/** Python's `unicode.isspace`, 2.7's table. */
const unicodeSpace = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const unicodeNotSpace =
  "\\0-\\b\\x0e-\\x1b!-\\x84\\x86-\\x9f\\xa1-\\u167f\\u1681-\\u180d\\u180f-\\u1fff\\u200b-\\u2027\\u202a-\\u202e\\u2030-\\u205e\\u2060-\\u2fff\\u3001-";
const unicodeWord = "[\\p{L}\\p{N}_]";

class PatternWriter {
  readonly #unicode: boolean;
  readonly #multiline: boolean;
  readonly #dotAll: boolean;
  readonly #codePoints: boolean;

  constructor({ flags, codePoints }: PatternStyle) {
    this.#unicode = asksUnicode(flags);
    this.#multiline = (flags & patternFlags.M) !== 0;
    this.#dotAll = (flags & patternFlags.S) !== 0;
    this.#codePoints = codePoints;
  }

  sequence(nodes: PatternSequence): string {
    let text = "";
    nodes.forEach((node, i) => {
      const written = this.#node(node);
      // `\1` before a digit would be `\10`.
      const separate = /^\d/.test(written) && nodes[i - 1]?.op === "backreference";
      text += separate ? `(?:${written})` : written;
    });
    return text;
  }

  #node(node: PatternNode): string {
    switch (node.op) {
      case "literal":
        return this.#literal(node.code);
      case "any":
        return this.#dotAll ? "." : "[^\\n]";
      case "set":
        return this.#set(node.negated, node.items);
      case "at":
        return this.#position(node.where);
      case "branch":
        return node.items.map((item) => this.sequence(item)).join("|");
      case "repeat":
        return this.#repeat(node);
      case "group": {
        const opening = node.index === null ? "(?:" : node.name === null ? "(" : `(?<${node.name}>`;
        return `${opening}${this.sequence(node.body)})`;
      }
      case "backreference":
        return `\\${node.group}`;
      case "look":
        return `(?${node.behind ? "<" : ""}${node.negative ? "!" : "="}${this.sequence(node.body)})`;
    }
  }

  #repeat({ body, min, max, lazy }: PatternNode & { op: "repeat" }): string {
    const written = this.#node(body);
    const pair = body.op === "literal" && body.code > 0xffff && !this.#codePoints;
    const one = pair || body.op === "look" ? `(?:${written})` : written;
    return `${one}${quantifier(min, max)}${lazy ? "?" : ""}`;
  }

  #position(where: (PatternNode & { op: "at" })["where"]): string {
    switch (where) {
      case "textStart":
        return "^";
      case "textEnd":
        return "$";
      // JavaScript's own multiline mode knows other line ends: \r, U+2028 and U+2029.
      case "start":
        return this.#multiline ? "(?<=^|\\n)" : "^";
      case "end":
        return this.#multiline ? "(?=\\n|$)" : "(?=\\n?$)";
      case "boundary":
        return this.#unicode
          ? `(?:(?<=${unicodeWord})(?!${unicodeWord})|(?<!${unicodeWord})(?=${unicodeWord}))`
          : "\\b";
      // In an empty text Python finds none.
      case "notBoundary":
        return this.#unicode
          ? `(?!^$)(?:(?<=${unicodeWord})(?=${unicodeWord})|(?<!${unicodeWord})(?!${unicodeWord}))`
          : "(?!^$)\\B";
    }
  }

  #set(negated: boolean, items: readonly PatternSetItem[]): string {
    const categories = new Set(items.map((item) => ("category" in item ? item.category : "")));
    if (["dD", "sS", "wW"].some(([a = "", b = ""]) => categories.has(a) && categories.has(b)))
      return negated ? "[]" : "[^]";
    const [only] = items;
    if (items.length === 1 && only && "category" in only) return this.#category(only.category, negated);
    const written = items.map((item, i) => {
      if ("category" in item) return this.#categoryItems(item.category);
      // A dash at the end and a caret that is not the first need no backslash.
      if (item.from === 45 && item.to === 45 && i === items.length - 1) return "-";
      return item.from === 94 && item.to === 94 && (i > 0 || negated) ? "^" : this.#range(item);
    });
    return `[${negated ? "^" : ""}${written.join("")}]`;
  }

  /** A category by itself. */
  #category(letter: string, negated: boolean): string {
    const lower = letter.toLowerCase();
    const inverted = negated !== (letter !== lower);
    if (lower === "s") return `[${inverted ? "^" : ""}${this.#unicode ? unicodeSpace : space}]`;
    if (!this.#unicode) return `\\${inverted ? lower.toUpperCase() : lower}`;
    if (lower === "d") return inverted ? "\\P{Nd}" : "\\p{Nd}";
    return inverted ? "[^\\p{L}\\p{N}_]" : unicodeWord;
  }

  /** A category as a part of a set. */
  #categoryItems(letter: string): string {
    const last = this.#codePoints ? "\\u{10ffff}" : "\\uffff";
    if (letter === "s") return this.#unicode ? unicodeSpace : space;
    if (letter === "S") return (this.#unicode ? unicodeNotSpace : notSpace) + last;
    if (!this.#unicode) return `\\${letter}`;
    if (letter === "d") return "\\p{Nd}";
    if (letter === "D") return "\\P{Nd}";
    if (letter === "W") throw new UnsupportedPattern("\\W in a set under re.U");
    return "\\p{L}\\p{N}_";
  }

  #range({ from, to }: { from: number; to: number }): string {
    if (from === to) return this.#setCharacter(from);
    const between = to - from > 1 ? "-" : "";
    return this.#setCharacter(from) + between + this.#setCharacter(to);
  }

  #literal(code: number): string {
    const character = String.fromCodePoint(code);
    return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : this.#character(code);
  }

  #setCharacter(code: number): string {
    const character = String.fromCodePoint(code);
    return /[\\\]^-]/.test(character) ? `\\${character}` : this.#character(code);
  }

  #character(code: number): string {
    const short = shortEscapes[code];
    if (short !== undefined) return short;
    const character = String.fromCodePoint(code);
    if (/^[\p{L}\p{N}\p{P}\p{S} ]$/u.test(character)) return character;
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, "0")}`;
    return this.#codePoints
      ? `\\u{${code.toString(16)}}`
      : character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  }
}

const shortEscapes: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r" };

function quantifier(min: number, max: number): string {
  if (min === 0 && max === 1) return "?";
  if (max === Infinity) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
