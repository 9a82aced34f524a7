import type { Generator } from "./generator.ts";
import { float, int, str, type Type, unicode } from "./types.ts";

const FLAGS = ["", "5", "-5", "05", "+", " ", "#", "8", "-8", "+6", "012"];

/** A directive of `%` and the type that it takes. */
function directive(g: Generator): { readonly text: string; readonly type: Type } {
  const flags = g.pick(FLAGS);
  switch (g.number(0, 9)) {
    case 0:
    case 1:
      return { text: "%s", type: g.type(1) };
    case 2:
      return { text: `%${flags}s`, type: g.pick([str, int, float]) };
    case 3:
      return { text: `%${flags}${g.pick(["d", "i", "x", "X", "o", "u"])}`, type: int };
    case 4:
      return {
        text: `%${flags}${g.pick(["", ".0", ".2", ".10"])}${g.pick(["f", "e", "g", "F", "G", "E"])}`,
        type: float,
      };
    case 5:
      return { text: "%r", type: g.type(1) };
    case 6:
      return { text: `%${flags}.2f`, type: g.pick([int, float]) };
    case 7:
      return { text: `%.${g.number(0, 4)}s`, type: str };
    case 8:
      return { text: "%c", type: int };
    default:
      return { text: "%d", type: g.pick([int, float, { k: "bool" }]) };
  }
}

const PIECES = ["", " ", "x", "100%%", "|", "[", ": "];

/** `'…' % (…)`, or with a dict. */
export function percented(g: Generator, quote: string): string {
  const parts = g.several(1, 3, () => directive(g));
  const values = parts.map(({ text, type }) => (text === "%c" ? String(g.number(33, 126)) : g.expr(type)));
  if (g.chance(1, 4)) {
    const text = parts.map((part, i) => `${g.pick(PIECES)}%(k${i})${part.text.slice(1)}`).join("");
    return `(${quote}${text}' % {${values.map((value, i) => `'k${i}': ${value}`).join(", ")}})`;
  }
  const text = parts.map((part) => g.pick(PIECES) + part.text).join("");
  const [only] = values;
  const bare = parts.length === 1 && !["tuple", "dict"].includes(parts[0]!.type.k) && g.chance(1, 2);
  return `(${quote}${text}' % ${bare ? only : `(${values.join(", ")},)`})`;
}

const ALIGN = ["", ">8", "<6", "^9", "*^9", "08", "+", ",", "_>4"];

function field(g: Generator): { readonly spec: string; readonly type: Type } {
  switch (g.number(0, 5)) {
    case 0:
      return { spec: "", type: g.type(1) };
    case 1:
      return { spec: "!r", type: g.type(1) };
    case 2:
      return { spec: `:${g.pick(ALIGN)}`, type: g.pick([str, int, float, unicode]) };
    case 3:
      return { spec: `:${g.pick(ALIGN)}${g.pick(["d", "x", "b", "o", "n"])}`, type: int };
    case 4:
      return { spec: `:${g.pick([">8", "", "09", "+"])}${g.pick([".2f", ".3e", "g", ".1%", ".3"])}`, type: float };
    default:
      return { spec: "!s:>5", type: g.pick([str, int]) };
  }
}

/** `'{…}'.format(…)`: fields by turn, by number or by name. */
export function formatted(g: Generator, quote: string): string {
  const fields = g.several(1, 3, () => field(g));
  const style = g.number(0, 2);
  const text = fields
    .map(({ spec }, i) => `${g.pick(["", " ", "a", "{{", "}}"])}{${["", i, `n${i}`][style]}${spec}}`)
    .join("");
  const values = fields.map(({ type }, i) => (style === 2 ? `n${i}=` : "") + g.expr(type));
  return `${quote}${text}'.format(${values.join(", ")})`;
}
