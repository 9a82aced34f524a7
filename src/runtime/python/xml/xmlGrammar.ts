// oxlint-disable no-control-regex -- the expressions name them
// What may be in names and texts of XML 1.0, as expat's scanner takes it.

const start =
  "A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
const more = `${start}0-9.\\xB7\\u0300-\\u036F\\u203F\\u2040-`;

export const nameStart = new RegExp(`[${start}]`, "uy");
export const nameRest = new RegExp(`[${more}]*`, "uy");
export const space = /[ \t\r\n]*/uy;
/** Text up to what is markup or no character. */
export const plainText = /[^<&\x00-\x08\x0b\x0c\x0e-\x1f\uD800-\uDFFF\uFFFE\uFFFF]*/uy;
/** One character. */
export const character = /[^\x00-\x08\x0b\x0c\x0e-\x1f\uD800-\uDFFF\uFFFE\uFFFF]/uy;

/** The place after what a sticky expression takes at a place; the place itself where it takes nothing. */
export function after(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  const match = pattern.exec(text);
  return match ? place + match[0].length : place;
}

/** `\r\n` and `\r` are `\n`. */
export const normalizeLines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Whether a number may be that of a character. */
export const isCharacterNumber = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && code < 0xd800) ||
  (code > 0xdfff && code < 0xfffe) ||
  (code > 0xffff && code <= 0x10ffff);
