import type * as ts from "../emit/tree.ts";

/** The methods that take something off the ends of a text. */
export type Ends = "strip" | "lstrip" | "rstrip";

/**
 * JavaScript's own for white space. It takes all that Unicode knows, Python's `str` the six of ASCII, and its `unicode` `\x1c` to
 * `\x1f` as well: the two are the same for a `str` of ASCII alone.
 */
export const trims = { strip: "trim", lstrip: "trimStart", rstrip: "trimEnd" } as const;

/** `[/]+$`: what stands at the ends of a text of these characters. Null but for ASCII, of which characters and bytes are the same. */
export function endsOf(name: Ends, characters: string): ts.Expression | null {
  const set = [...new Set(characters)].map(written).join("");
  if (set === "" || !/^[\0-\x7f]*$/.test(characters)) return null;
  const run = new Set(characters).size === 1 ? `${single(characters.charAt(0))}+` : `[${set}]+`;
  const flags = name === "strip" ? "g" : "";
  const pattern = { lstrip: `^${run}`, rstrip: `${run}$`, strip: `^${run}|${run}$` }[name];
  return { type: "Literal", value: new RegExp(pattern, flags), raw: `/${pattern}/${flags}`, regex: { pattern, flags } };
}

const NAMED: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r" };

/** Inside brackets. */
const written = (c: string): string =>
  NAMED[c] ?? (/[\]\\^\-/]/.test(c) ? `\\${c}` : c < " " || c === "\x7f" ? hex(c) : c);

const single = (c: string): string => (/[.*+?^${}()|[\]\\/]/.test(c) ? `\\${c}` : c === "-" ? c : written(c));

const hex = (c: string): string => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`;
