import type { Encoding } from "./encodings.ts";

/** A string literal without its prefix and quotes. */
export interface StringParts {
  /** Lower case: `u`, `ur`, `b`, `br`, `r`, `f` … or empty. */
  readonly prefix: string;
  readonly body: string;
  readonly triple: boolean;
}

export function stringParts(literal: string): StringParts {
  const quoteAt = literal.search(/["']/);
  const quote = literal[quoteAt]!;
  const triple = literal.startsWith(quote.repeat(3), quoteAt) && literal.length >= quoteAt + 6;
  const width = triple ? 3 : 1;
  return {
    prefix: literal.slice(0, quoteAt).toLowerCase(),
    body: literal.slice(quoteAt + width, literal.length - width),
    triple,
  };
}

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

/**
 * The text of a unicode string, by `PyUnicode_DecodeUnicodeEscape`, or the escape it cannot have. `\N{…}` needs the table of character
 * names and is refused. In a raw one only `\u` and `\U` after an odd number of backslashes count, and those only in Python 2
 * (`ur''`).
 */
export function decodeUnicode(
  body: string,
  raw: "no" | "python2" | "python3",
): { readonly text: string } | { readonly bad: BadEscape } {
  if (raw === "python3" || !body.includes("\\")) return { text: body };
  let bad: BadEscape | null = null;
  const point = (hex: string, escape: BadEscape): string => {
    const code = parseInt(hex, 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    bad ??= escape;
    return "";
  };
  const pattern =
    raw === "python2"
      ? /((?:\\\\)*)\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([uU])|([^]))/g
      : /()\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([uUN])|x([0-9a-fA-F]{2})|([0-7]{1,3})|([^]))/g;
  const text = body.replace(
    pattern,
    (
      whole: string,
      before: string,
      short?: string,
      long?: string,
      broken?: string,
      fifth?: string,
      octal?: string,
      other?: string,
    ) => {
      if (short !== undefined) return before + point(short, "\\u");
      if (long !== undefined) return before + point(long, "\\U");
      if (broken !== undefined) {
        bad ??= broken === "u" ? "\\u" : broken === "U" ? "\\U" : "\\N";
        return "";
      }
      if (raw === "python2") return whole;
      if (fifth !== undefined) return String.fromCharCode(parseInt(fifth, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      if (other === "x") bad ??= "\\x";
      return SIMPLE[other!] ?? whole;
    },
  );
  return bad === null ? { text } : { bad };
}
