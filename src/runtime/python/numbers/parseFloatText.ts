import { ValueError } from "../exceptions/ValueError.ts";

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;
const special = /^([+-]?)(?:(inf(?:inity)?)|nan)/i;

/** `float(text)`: decimal, `inf`, `infinity` or `nan`, with white space around it. */
export function parseFloatText(text: string): number {
  const literal = text.replace(/^[ \t-\r]+/, "");
  const [, sign, infinite] = special.exec(literal) ?? [];
  const read = (special.exec(literal) ?? number.exec(literal))?.[0];
  // The messages are made by C, which takes a null byte for the end.
  const shown = (literal.split("\0")[0] ?? "").slice(0, 200);
  if (read === undefined) throw new ValueError(`could not convert string to float: ${shown}`);
  if (!/^[ \t-\r]*$/.test(literal.slice(read.length))) throw new ValueError(`invalid literal for float(): ${shown}`);
  if (sign === undefined) return Number(read);
  return infinite === undefined ? Number.NaN : sign === "-" ? -Infinity : Infinity;
}
