/** A `repr` taken apart: what it shows of lists, tuples and dicts, anything else as it is written. */
export type ReprTree =
  | {
      readonly kind: "atom";
      readonly text: string;
      /** Of text and numbers, what they stand for; null of others. */
      readonly value: string | number | null;
    }
  | {
      readonly kind: "list" | "tuple";
      readonly open: string;
      readonly close: string;
      readonly items: readonly ReprTree[];
    }
  | {
      readonly kind: "dict";
      readonly open: string;
      readonly close: string;
      readonly entries: readonly (readonly [ReprTree, ReprTree])[];
      /** The keys. */
      readonly items: readonly ReprTree[];
    };

const literal = /u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/y;
const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** Reads what `repr` has written. */
export function readRepr(text: string): ReprTree {
  let at = 0;
  const read = (): ReprTree => {
    const open = text[at] ?? "";
    if (open === "[" || open === "(" || open === "{") return container(open);
    return atom();
  };
  const container = (open: string): ReprTree => {
    const close = closing[open] ?? "";
    at++;
    const items: ReprTree[] = [];
    const entries: (readonly [ReprTree, ReprTree])[] = [];
    while (text[at] !== close) {
      const item = read();
      items.push(item);
      if (open === "{") {
        at += 2;
        entries.push([item, read()]);
      }
      if (text[at] === ",") at++;
      if (text[at] === " ") at++;
    }
    at++;
    return open === "{"
      ? { kind: "dict", open, close, entries, items }
      : { kind: open === "[" ? "list" : "tuple", open, close, items };
  };
  /** Text, a number, or anything else up to the comma, colon or bracket that ends it. */
  const atom = (): ReprTree => {
    const start = at;
    let depth = 0;
    for (; at < text.length; at++) {
      literal.lastIndex = at;
      const quoted = /[u'"]/.test(text[at] ?? "") && !/\w/.test(text[at - 1] ?? " ") ? literal.exec(text) : null;
      if (quoted) {
        at += quoted[0].length - 1;
        continue;
      }
      const c = text[at] ?? "";
      if ("[({<".includes(c)) depth++;
      else if (depth > 0 && "])}>".includes(c)) depth--;
      else if (depth === 0 && /[,:\])}]/.test(c)) break;
    }
    const written = text.slice(start, at);
    return { kind: "atom", text: written, value: valueOf(written) };
  };
  return read();
}

function valueOf(written: string): string | number | null {
  literal.lastIndex = 0;
  if (literal.exec(written)?.[0].length === written.length)
    return unescapeLiteral(written.replace(/^u/, "").slice(1, -1));
  if (written === "True" || written === "False") return Number(written === "True");
  if (/^-?(\d|inf)/.test(written)) return Number(written.replace(/L$/, "").replace("inf", "Infinity"));
  return null;
}

const plain: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

const unescapeLiteral = (text: string): string =>
  text.replace(/\\(?:x(..)|u(....)|U(........)|(.))/g, (_, x?: string, u?: string, long?: string, c = "") => {
    const code = x ?? u ?? long;
    return code === undefined ? (plain[c] ?? c) : String.fromCodePoint(Number.parseInt(code, 16));
  });
