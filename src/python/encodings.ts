import { decodeWithEscapes, isAsciiText, strictUtf8 } from "./utf8.ts";
import { singleByteEncodings } from "./single-byte-encodings.ts";

/**
 * The encodings a Python 2 file may declare, each able to decode the file and to give a literal's bytes back.
 *
 * The platform's `TextDecoder` reads `latin-1` as windows-1252, fills the holes of cp1252 and its like, and differs in some characters
 * of euc-jp, shift_jis, big5 and gb2312, none of which is Python's rule. So the single-byte encodings are tables recorded from CPython,
 * and those of several bytes a character are unknown here, but for UTF-8.
 */
export interface Encoding {
  /** As reports name it. */
  readonly name: string;
  /** The text, or the 0-based offset of the first byte that the encoding does not have. */
  decode(bytes: Uint8Array): string | number;
  /** One character (U+0000..U+00FF) a byte, for text that this encoding decoded. */
  encode(text: string): string;
}

function singleByte(name: string, differences: ReadonlyMap<number, number>, limit = 0x100): Encoding {
  const back = new Map([...differences].map(([byte, code]) => [code, byte]));
  return {
    name,
    decode(bytes) {
      if (bytes.every((byte) => byte < 0x80)) return new TextDecoder().decode(bytes);
      const bad = bytes.findIndex((byte) => byte >= limit || differences.get(byte) === UNDEFINED);
      if (bad >= 0) return bad;
      return mapUnits(bytes, (byte) => differences.get(byte) ?? byte);
    },
    encode(text) {
      if (isAsciiText(text)) return text;
      return text.replace(/[^\0-\x7f]/g, (unit) =>
        String.fromCharCode(back.get(unit.charCodeAt(0)) ?? unit.charCodeAt(0)),
      );
    },
  };
}

/** A byte that the encoding leaves undefined. */
const UNDEFINED = -1;

function mapUnits(bytes: Uint8Array, unitOf: (byte: number) => number): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + 8192), unitOf)));
  }
  return parts.join("");
}

function encodeUtf8(text: string): string {
  if (isAsciiText(text)) return text;
  const parts: string[] = [];
  const encoder = new TextEncoder();
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xdc80 && code <= 0xdcff) parts.push(String.fromCharCode(code - 0xdc00));
    else parts.push(mapUnits(encoder.encode(character), (byte) => byte));
  }
  return parts.join("");
}

export const ascii: Encoding = singleByte("ascii", new Map(), 0x80);
const latin1: Encoding = singleByte("latin-1", new Map());

/** UTF-8 where every byte must be valid: files without a declaration, and (in CPython 2.7 too) the alias `utf8`. */
export const utf8: Encoding = { name: "utf-8", decode: strictUtf8, encode: encodeUtf8 };

/** A declared `utf-8`: CPython 2.7 does not check it, so that any bytes in literals and comments pass through as they are. */
export const declaredUtf8: Encoding = {
  name: "utf-8",
  decode(bytes) {
    const text = strictUtf8(bytes);
    return typeof text === "string" ? text : decodeWithEscapes(bytes);
  },
  encode: encodeUtf8,
};

const byName = new Map<string, Encoding>([
  ...["utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4"].map((name) => [name, utf8] as const),
  ...["ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us", "us"].map((name) => [name, ascii] as const),
  ...["latin1", "latin", "l1", "iso8859-1", "8859", "cp819", "iso-ir-100"].map((name) => [name, latin1] as const),
]);

/** The encoding a cookie names, or null for one we do not read. Case, and `_` for `-`, do not matter. */
export function encodingNamed(name: string): Encoding | null {
  const normal = name.toLowerCase().replaceAll("_", "-");
  return undecoded(normal) ?? byName.get(normal) ?? tabulated(normal);
}

/**
 * The two encodings whose files CPython 2.7 reads as they are, by the names that it knows them by, whatever follows these:
 * `utf-8-unix`, `utf-8-sig`, `latin-1-dos` (`get_normal_name`). Files in any other it decodes line by line first.
 */
function undecoded(normal: string): Encoding | null {
  if (/^utf-8(?:-|$)/.test(normal)) return declaredUtf8;
  return /^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(normal) ? latin1 : null;
}

/** Whether CPython decodes a file with this cookie line by line, where only `\n` ends a line. */
export function isDecodedByLine(name: string): boolean {
  return undecoded(name.toLowerCase().replaceAll("_", "-")) === null;
}

/** Aliases as `encodings.normalize_encoding` makes them: signs are `_`. */
function tabulated(name: string): Encoding | null {
  const alias = name.replace(/[^a-z0-9]+/g, "_");
  for (const [names, upperHalf] of singleByteEncodings) {
    const all = names.split(" ");
    if (!all.includes(alias)) continue;
    const own = REPORTED[all[0]!] ?? all[0]!.replaceAll("_", "-");
    const units = Array.from({ length: 0x80 }, (_, index) => upperHalf.charCodeAt(index));
    const encoding = singleByte(
      own,
      new Map(units.map((unit, index) => [0x80 + index, unit === NO_CHARACTER ? UNDEFINED : unit] as const)),
    );
    byName.set(name, encoding);
    byName.set(own, encoding);
    return encoding;
  }
  return null;
}

const NO_CHARACTER = 0xfffe;

/** Names that reports give otherwise than CPython's modules have them. */
const REPORTED: Readonly<Record<string, string>> = { iso8859_15: "iso-8859-15" };

/** The encoding of a decoded source, by `Source.encoding`. */
export function encodingOf(name: string): Encoding {
  return encodingNamed(name) ?? declaredUtf8;
}
