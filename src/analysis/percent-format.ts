/** One conversion of a `%` format, as Python reads it. */
export interface Conversion {
  /** What stands there, without the name: `%-5.2f`. */
  readonly spec: string;
  /** `a` of `%(a)s`. */
  readonly name: string | null;
  /** How many values `*` takes for the width and the precision. */
  readonly stars: number;
  /** The letter: `s`, `r`, `d` … */
  readonly kind: string;
  /** It has no flags, width or precision. */
  readonly plain: boolean;
}

/** A piece of a format: literal text, with `%%` as the sign it shows, or a conversion. */
export type Piece = string | Conversion;

const CONVERSION = /%(?:\(([^()]*)\))?([-+ 0#]*)(\*|\d*)((?:\.(?:\*|\d*))?)[hlL]?([diouxXeEfFgGcrs%])/g;

/** The pieces of a format (https://docs.python.org/2/library/stdtypes.html#string-formatting); null where Python may refuse it. */
export function readFormat(format: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of format.matchAll(CONVERSION)) {
    const before = format.slice(at, match.index);
    if (before.includes("%")) return null;
    if (before !== "") pieces.push(before);
    const [whole, name, flags = "", width = "", precision = "", kind = ""] = match;
    const stars = [width, precision].filter((part) => part.endsWith("*")).length;
    const plain = flags + width + precision === "";
    if (kind !== "%") {
      const spec = name === undefined ? whole : whole.replace(`(${name})`, "");
      pieces.push({ spec, name: name ?? null, stars, kind, plain });
      // The sign is padded too, and its name looked up.
    } else if (name === undefined && plain) pieces.push("%");
    else return null;
    at = match.index + whole.length;
  }
  const rest = format.slice(at);
  if (rest.includes("%")) return null;
  if (rest !== "") pieces.push(rest);
  return pieces;
}

/** The conversions of a format; null where Python may refuse it. */
export const conversionsOf = (format: string): readonly Conversion[] | null =>
  readFormat(format)?.filter((piece) => typeof piece !== "string") ?? null;

/** The kinds of the values that a format of positional conversions takes, in their order: `*` takes a number. */
export const kindsOf = (format: string): readonly string[] =>
  (conversionsOf(format) ?? []).flatMap(({ stars, kind }) => [...Array.from({ length: stars }, () => "d"), kind]);
