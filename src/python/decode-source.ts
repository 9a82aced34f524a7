import { ascii, declaredUtf8, encodingNamed, isDecodedByLine, utf8, type Encoding } from "./encodings.ts";
import { lineStartsOf } from "./positions.ts";
import type { Source } from "./source.ts";

/** Why a file was not read. `line` is 1-based, null where the matter is the whole file. */
export interface SourceProblem {
  readonly reason: string;
  readonly line: number | null;
}

const NON_ASCII = /[^\0-\x7f]/;
const NEWLINE = 10;
const RETURN = 13;

/**
 * Decodes a Python file by its byte order mark or coding cookie (PEP 263), and normalises its line ends.
 *
 * CPython 2.7 refuses a non-ASCII byte without a cookie; a file that is valid UTF-8 is read all the same, since files spelled for
 * Python 3 need no cookie, and its place is told (`undeclared`). Reasons `binary` (NUL bytes) and `empty` (nothing but white space) are exactly those words.
 */
export function decodeSource(path: string, bytes: Uint8Array): Source | SourceProblem {
  if (bytes.includes(0)) return { reason: "binary", line: null };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;

  const cookie = codingCookie(body);
  const named = cookie === null ? null : encodingNamed(cookie.name);
  if (cookie !== null && named === null) {
    return { reason: `unknown encoding '${cookie.name}'`, line: cookie.line };
  }
  if (marked && named !== null && named.name !== "utf-8") {
    return { reason: `the byte order mark says utf-8, the coding line '${cookie!.name}'`, line: cookie!.line };
  }
  if (cookie !== null && isDecodedByLine(cookie.name)) {
    const lone = loneReturn(body);
    if (lone >= 0) {
      return { reason: `a carriage return alone ends no line of a file in ${cookie.name}`, line: lineOf(body, lone) };
    }
  }
  const encoding = named ?? (marked ? declaredUtf8 : presumed(body));
  const decoded = encoding.decode(body);
  if (typeof decoded === "number") return undecodable(body, decoded, encoding, cookie !== null);

  const text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  if (!/\S/.test(text)) return { reason: "empty", line: null };
  const undeclared =
    encoding === utf8 && cookie === null ? firstForeign(text) : marked && cookie !== null ? misspelt(cookie) : null;
  return { path, text, lineStarts: lineStartsOf(text), encoding: encoding.name, undeclared };
}

function firstForeign(text: string): Source["undeclared"] {
  const start = text.search(NON_ASCII);
  const character = String.fromCodePoint(text.codePointAt(start)!);
  return { message: `'${character}' and no encoding is declared`, span: { start, end: start + character.length } };
}

/** Below a byte order mark CPython takes `utf-8` for the mark's encoding, but not `utf8`, which it knows by another way. */
function misspelt({ name }: { readonly name: string }): Source["undeclared"] {
  if (!isDecodedByLine(name)) return null;
  return { message: `the byte order mark says utf-8, the coding line '${name}'`, span: { start: 0, end: 0 } };
}

function presumed(bytes: Uint8Array): Encoding {
  return bytes.some((byte) => byte >= 0x80) ? utf8 : ascii;
}

function undecodable(bytes: Uint8Array, offset: number, encoding: Encoding, declared: boolean): SourceProblem {
  const byte = bytes[offset]!.toString(16).padStart(2, "0");
  const why = declared ? `is not ${encoding.name}` : "is not ASCII or UTF-8, and no encoding is declared";
  return { reason: `byte 0x${byte} ${why}`, line: lineOf(bytes, offset) };
}

/** The offset of the first carriage return that no line feed follows, or -1. */
function loneReturn(bytes: Uint8Array): number {
  return bytes.findIndex((byte, at) => byte === RETURN && bytes[at + 1] !== NEWLINE);
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] !== NEWLINE)) line++;
  }
  return line;
}

/** The coding comment on line 1, or on line 2 below a line that is blank or a comment. */
function codingCookie(bytes: Uint8Array): { readonly name: string; readonly line: number } | null {
  let at = 0;
  for (let line = 1; line <= 2; line++) {
    let end = at;
    while (end < bytes.length && bytes[end] !== NEWLINE && bytes[end] !== RETURN) end++;
    const text = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
    const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(text);
    if (match) return { name: match[1]!, line };
    if (!/^[ \t\f]*(?:#.*)?$/.test(text)) return null;
    at = bytes[end] === RETURN && bytes[end + 1] === NEWLINE ? end + 2 : end + 1;
  }
  return null;
}
