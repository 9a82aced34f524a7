import { characterNamed } from "./character-names.ts";
import type { Encoding } from "./encodings.ts";

/** A string literal without its prefix and quotes. */
export interface StringParts {
  /** Lower case: `u`, `ur`, `b`, `br`, `r`, `f` … or empty. */
  readonly prefix: string;
  readonly body: string;
  readonly triple: boolean;
}

export function stringParts(literal: string): StringParts {
  let quoteAt = 0;
  while (literal[quoteAt] !== '"' && literal[quoteAt] !== "'") quoteAt++;
  const quote = literal[quoteAt]!;
  const triple = literal[quoteAt + 1] === quote && literal[quoteAt + 2] === quote && literal.length >= quoteAt + 6;
  const width = triple ? 3 : 1;
  return {
    prefix: quoteAt === 0 ? "" : literal.slice(0, quoteAt).toLowerCase(),
    body: literal.slice(quoteAt + width, literal.length - width),
    triple,
  };
}

/** Where a literal ends whose opening quote is at `quote`; for one that is not closed, at its line's or the text's end. */
export function stringLiteralEnd(text: string, quote: number): { end: number; triple: boolean; closed: boolean } {
  const code = text.charCodeAt(quote);
  const triple = text.charCodeAt(quote + 1) === code && text.charCodeAt(quote + 2) === code;
  let at = quote + (triple ? 3 : 1);
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === NEWLINE && !triple) break;
    else if (unit === code) {
      if (!triple) return { end: at + 1, triple, closed: true };
      if (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code)
        return { end: at + 3, triple, closed: true };
    }
  }
  return { end: Math.min(at, text.length), triple, closed: false };
}

const NEWLINE = 10;
const BACKSLASH = 92;

const SIMPLE: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The bytes of a byte string, one character a byte, by `PyString_DecodeEscape`. Null for a `\x` without two hex digits. */
export function decodeBytes(body: string, raw: boolean, encoding: Encoding): string | null {
  const bytes = encoding.encode(body);
  if (raw || !bytes.includes("\\")) return bytes;
  let valid = true;
  const value = bytes.replace(
    /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([^]))/g,
    (whole, hex?: string, octal?: string, other?: string) => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
      if (other === "x") valid = false;
      return SIMPLE[other!] ?? whole;
    },
  );
  return valid ? value : null;
}

/** What CPython says of an escape it refuses. */
export type BadEscape = "\\x" | "\\u" | "\\U" | "\\N";

type Unicode = { readonly text: string } | { readonly bad: BadEscape };

/**
 * The text of a unicode string, or the escape it cannot have (`\N{…}` with a name that Unicode 5.2 does not have). Raw strings of Python 3 have no escapes; those of Python 2 (`ur''`) still have `\u` and `\U`.
 */
export function decodeUnicode(body: string, raw: "no" | "python2" | "python3"): Unicode {
  if (raw === "python3" || !body.includes("\\")) return { text: body };
  return raw === "python2" ? decodeRawUnicode(body) : decodeEscapedUnicode(body);
}

/** By `PyUnicode_DecodeUnicodeEscape`. */
function decodeEscapedUnicode(body: string): Unicode {
  let bad: BadEscape | null = null;
  const pattern = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{1,3})|N\{([^}]*)\}|([^]))/g;
  const text = body.replace(
    pattern,
    (whole: string, short?: string, long?: string, hex?: string, octal?: string, name?: string, other?: string) => {
      const named = name === undefined ? null : characterNamed(name);
      if (named !== null) return named;
      const code = parseInt(short ?? long ?? hex ?? "", 16);
      if (code <= LAST_CODE_POINT) return String.fromCodePoint(code);
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      const broken = long !== undefined ? "\\U" : name !== undefined ? "\\N" : BROKEN[other!];
      if (broken !== undefined) bad ??= broken;
      return SIMPLE[other!] ?? whole;
    },
  );
  return bad === null ? { text } : { bad };
}

/** By `PyUnicode_DecodeRawUnicodeEscape`: only after an odd number of backslashes. */
function decodeRawUnicode(body: string): Unicode {
  let bad: BadEscape | null = null;
  const pattern = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g;
  const text = body.replace(pattern, (whole: string, short?: string, long?: string, other?: string) => {
    const code = parseInt(short ?? long ?? "", 16);
    if (code <= LAST_CODE_POINT) return String.fromCodePoint(code);
    if (long !== undefined || other === "U") bad ??= "\\U";
    else if (other === "u") bad ??= "\\u";
    return whole;
  });
  return bad === null ? { text } : { bad };
}

const LAST_CODE_POINT = 0x10ffff;
const BROKEN: Readonly<Record<string, BadEscape>> = { u: "\\u", U: "\\U", N: "\\N", x: "\\x" };
