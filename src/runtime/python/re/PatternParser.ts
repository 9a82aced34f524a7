import { OverflowError } from "../exceptions/OverflowError.ts";
import { reprStr } from "../repr/reprStr.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import {
  type ParsedPattern,
  patternFlags,
  type PatternNode,
  type PatternSequence,
  type PatternSetItem,
} from "./PatternNode.ts";
import { PatternTokens } from "./PatternTokens.ts";
import { ReError } from "./ReError.ts";
import { UnsupportedPattern } from "./UnsupportedPattern.ts";

const escapes: Readonly<Record<string, number>> = {
  "\\a": 7,
  "\\b": 8,
  "\\f": 12,
  "\\n": 10,
  "\\r": 13,
  "\\t": 9,
  "\\v": 11,
  "\\\\": 92,
};

const positions: Readonly<Record<string, PatternNode>> = {
  "\\A": { op: "at", where: "textStart" },
  "\\b": { op: "at", where: "boundary" },
  "\\B": { op: "at", where: "notBoundary" },
  "\\Z": { op: "at", where: "textEnd" },
};

const inlineFlags: Readonly<Record<string, number>> = {
  i: patternFlags.I,
  L: patternFlags.L,
  m: patternFlags.M,
  s: patternFlags.S,
  x: patternFlags.X,
  t: patternFlags.T,
  u: patternFlags.U,
};

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const isName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
const maxRepeat = 4294967295;

/** Reads one pattern, step by step as `sre_parse` of 2.7.18 does, with its errors. */
export class PatternParser {
  #flags: number;
  #groups = 1;
  readonly #names = new Map<string, number>();
  readonly #open = new Set<number>();
  readonly #tokens: PatternTokens;
  readonly #textType: "str" | "unicode";

  constructor(pattern: string, flags: number, textType: "str" | "unicode") {
    this.#textType = textType;
    this.#tokens = new PatternTokens(pattern);
    this.#flags = flags;
  }

  parse(): ParsedPattern {
    const body = this.#alternatives(false);
    const tail = this.#tokens.get();
    if (tail === ")") throw new ReError("unbalanced parenthesis");
    if (tail !== null) throw new ReError("bogus characters at end of regular expression");
    return { body, flags: this.#flags, groups: this.#groups - 1, names: this.#names };
  }

  #alternatives(nested: boolean): PatternSequence {
    const items: PatternSequence[] = [];
    do items.push(this.#sequence());
    while (this.#tokens.take("|"));
    if (nested && this.#tokens.next !== null && this.#tokens.next !== ")")
      throw new ReError("pattern not properly closed");
    return items.length === 1 && items[0] ? items[0] : [{ op: "branch", items }];
  }

  #sequence(): PatternSequence {
    const nodes: PatternNode[] = [];
    for (;;) {
      const { next } = this.#tokens;
      if (next === null || next === "|" || next === ")") return nodes;
      const token = this.#tokens.get() ?? "";
      if ((this.#flags & patternFlags.X) !== 0) {
        if (/^[ \t\n\r\v\f]$/.test(token)) continue;
        if (token === "#") {
          for (let skipped = this.#tokens.get(); skipped !== null && skipped !== "\n";) skipped = this.#tokens.get();
          continue;
        }
      }
      this.#item(token, nodes);
    }
  }

  #item(token: string, nodes: PatternNode[]): void {
    if (token.startsWith("\\")) nodes.push(this.#escape(token));
    else if (token === "[") nodes.push(this.#set());
    else if (token === ".") nodes.push({ op: "any" });
    else if (token === "^") nodes.push({ op: "at", where: "start" });
    else if (token === "$") nodes.push({ op: "at", where: "end" });
    else if (token === "(") this.#parenthesis(nodes);
    else if (/^[*+?{]$/.test(token)) this.#repeat(token, nodes);
    else nodes.push({ op: "literal", code: codeOf(token) });
  }

  #escape(escape: string): PatternNode {
    const position = positions[escape];
    if (position) return position;
    const letter = escape.slice(1);
    if (/^[dDsSwW]$/.test(letter)) return { op: "set", negated: false, items: [{ category: letter }] };
    const simple = escapes[escape];
    if (simple !== undefined) return { op: "literal", code: simple };
    const literal = (code: number): PatternNode => ({ op: "literal", code: this.#escapedCode(code) });
    if (letter === "x") {
      const digits = this.#tokens.takeWhile(/^[0-9a-fA-F]$/, 2);
      if (digits.length !== 2) throw new ReError(`bogus escape: ${this.#shown(escape + digits)}`);
      return literal(parseInt(digits, 16));
    }
    if (letter === "0") return literal(parseInt(`0${this.#tokens.takeWhile(/^[0-7]$/, 2)}`, 8));
    if (/^[0-9]$/.test(letter)) {
      let digits = letter + this.#tokens.takeWhile(/^[0-9]$/, 1);
      if (/^[0-7]{2}$/.test(digits)) {
        const third = this.#tokens.takeWhile(/^[0-7]$/, 1);
        digits += third;
        if (third !== "") return literal(parseInt(digits, 8));
      }
      const group = Number(digits);
      if (group >= this.#groups) throw new ReError(`bogus escape: ${this.#shown(`\\${digits}`)}`);
      if (this.#open.has(group)) throw new ReError("cannot refer to open group");
      return { op: "backreference", group };
    }
    return { op: "literal", code: codeOf(letter) };
  }

  #set(): PatternNode {
    const items: PatternSetItem[] = [];
    const negated = this.#tokens.take("^");
    for (;;) {
      const token = this.#tokens.get();
      if (token === null) throw new ReError("unexpected end of regular expression");
      if (token === "]" && items.length > 0) break;
      const first = this.#setItem(token);
      if (!this.#tokens.take("-")) {
        items.push(first);
        continue;
      }
      const second = this.#tokens.get();
      if (second === null) throw new ReError("unexpected end of regular expression");
      if (second === "]") {
        items.push(first, { from: 45, to: 45 });
        break;
      }
      const last = this.#setItem(second);
      if ("category" in first || "category" in last || last.to < first.from) throw new ReError("bad character range");
      items.push({ from: first.from, to: last.to });
    }
    return { op: "set", negated, items };
  }

  #setItem(token: string): PatternSetItem {
    const one = (code: number): PatternSetItem => ({ from: code, to: code });
    if (!token.startsWith("\\")) return one(codeOf(token));
    const simple = escapes[token];
    if (simple !== undefined) return one(simple);
    const letter = token.slice(1);
    if (/^[dDsSwW]$/.test(letter)) return { category: letter };
    if (letter === "x") {
      const digits = this.#tokens.takeWhile(/^[0-9a-fA-F]$/, 2);
      if (digits.length !== 2) throw new ReError(`bogus escape: ${this.#shown(`\\${digits}`)}`);
      return one(this.#escapedCode(parseInt(digits, 16)));
    }
    if (/^[0-7]$/.test(letter))
      return one(this.#escapedCode(parseInt(letter + this.#tokens.takeWhile(/^[0-7]$/, 2), 8)));
    if (/^[89]$/.test(letter)) throw new ReError(`bogus escape: ${this.#shown(token)}`);
    return one(codeOf(letter));
  }

  /** A byte above 127 of a `str` is no character: it is written as `decodeText` does. */
  #escapedCode(code: number): number {
    const byte = code & 0xff;
    return byte > 127 && this.#textType === "str" ? 0xdc00 + byte : byte;
  }

  #shown(text: string): string {
    return this.#textType === "str" ? reprStr(text) : reprUnicode(text);
  }

  #repeat(token: string, nodes: PatternNode[]): void {
    const range = this.#repeatRange(token);
    if (range === null) {
      nodes.push({ op: "literal", code: codeOf(token) });
      return;
    }
    const [min, max] = range;
    const body = nodes.at(-1);
    if (!body || body.op === "at") throw new ReError("nothing to repeat");
    if (body.op === "repeat") throw new ReError("multiple repeat");
    nodes[nodes.length - 1] = { op: "repeat", min, max, lazy: this.#tokens.take("?"), body };
  }

  /** Null where a brace is only a brace. */
  #repeatRange(token: string): readonly [min: number, max: number] | null {
    if (token === "?") return [0, 1];
    if (token === "*") return [0, Infinity];
    if (token === "+") return [1, Infinity];
    if (this.#tokens.next === "}") return null;
    const here = this.#tokens.tell();
    const low = this.#tokens.takeWhile(/^[0-9]$/);
    const high = this.#tokens.take(",") ? this.#tokens.takeWhile(/^[0-9]$/) : low;
    if (!this.#tokens.take("}")) {
      this.#tokens.seek(here);
      return null;
    }
    if (Number(low) >= maxRepeat || Number(high) >= maxRepeat)
      throw new OverflowError("the repetition number is too large");
    const range = [Number(low), high === "" ? Infinity : Number(high)] as const;
    if (range[1] < range[0]) throw new ReError("bad repeat interval");
    return range;
  }

  #parenthesis(nodes: PatternNode[]): void {
    const tokens = this.#tokens;
    if (!tokens.take("?")) {
      nodes.push(this.#group(null));
      return;
    }
    if (tokens.take("P")) this.#extension(nodes);
    else if (tokens.take(":")) nodes.push({ op: "group", index: null, name: null, body: this.#closed() });
    else if (tokens.take("#")) {
      while (tokens.next !== null && tokens.next !== ")") tokens.get();
      if (!tokens.take(")")) throw new ReError("unbalanced parenthesis");
    } else if (tokens.next !== null && /^[=!<]$/.test(tokens.next)) nodes.push(this.#look());
    else if (tokens.take("(")) throw new UnsupportedPattern("a group that depends on whether another one matched");
    else this.#inlineFlags();
  }

  #extension(nodes: PatternNode[]): void {
    const tokens = this.#tokens;
    if (tokens.take("<")) {
      const name = tokens.takeTo(">");
      if (name === "") throw new ReError("missing group name");
      if (!isName(name)) throw new ReError(`bad character in group name ${this.#shown(name)}`);
      nodes.push(this.#group(name));
    } else if (tokens.take("=")) {
      const name = tokens.takeTo(")");
      if (name === "") throw new ReError("missing group name");
      if (!isName(name)) throw new ReError(`bad character in backref group name ${this.#shown(name)}`);
      const group = this.#names.get(name);
      if (group === undefined) throw new ReError(`unknown group name: ${this.#shown(name)}`);
      nodes.push({ op: "backreference", group });
    } else {
      const token = tokens.get();
      throw new ReError(token === null ? "unexpected end of pattern" : `unknown specifier: ?P${token}`);
    }
  }

  #group(name: string | null): PatternNode {
    const index = this.#groups++;
    if (name !== null) {
      const earlier = this.#names.get(name);
      if (earlier !== undefined) {
        throw new ReError(`redefinition of group name ${this.#shown(name)} as group ${index}; was group ${earlier}`);
      }
      this.#names.set(name, index);
    }
    this.#open.add(index);
    const body = this.#closed();
    this.#open.delete(index);
    return { op: "group", index, name, body };
  }

  #look(): PatternNode {
    const behind = this.#tokens.take("<");
    const { next } = this.#tokens;
    if (behind && next !== "=" && next !== "!") throw new ReError("syntax error");
    const negative = this.#tokens.get() === "!";
    return { op: "look", behind, negative, body: this.#closed() };
  }

  #closed(): PatternSequence {
    const body = this.#alternatives(true);
    if (!this.#tokens.take(")")) throw new ReError("unbalanced parenthesis");
    return body;
  }

  #inlineFlags(): void {
    const { next } = this.#tokens;
    if (next === null || !Object.hasOwn(inlineFlags, next)) throw new ReError("unexpected end of pattern");
    for (const letter of this.#tokens.takeWhile(/^[iLmsxtu]$/)) this.#flags |= inlineFlags[letter] ?? 0;
    const end = this.#tokens.get();
    if (end === null) throw new ReError("unexpected end of pattern");
    if (end !== ")") throw new ReError("unknown extension");
  }
}
