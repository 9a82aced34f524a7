import { ValueError } from "../exceptions/ValueError.ts";
import type { Directive } from "./Directive.ts";

const options = /([#0\- +]*)(\*|\d*)(\.(?:\*|\d*))?[hlL]?/y;

/** Reads the directive whose `%` stands just before `start` (0-based). A key may hold balanced parentheses. */
export function readDirective(format: string, start: number): Directive {
  const keyEnd = format[start] === "(" ? closingParenthesis(format, start) : start;
  options.lastIndex = keyEnd;
  const [, flags = "", width = "", precision] = options.exec(format) ?? [];
  const at = options.lastIndex;
  const conversion = format[at];
  if (conversion === undefined) throw new ValueError("incomplete format");
  return {
    key: keyEnd === start ? null : format.slice(start + 1, keyEnd - 1),
    flags,
    width: readCount(width),
    precision: precision === undefined ? null : (readCount(precision.slice(1)) ?? 0),
    conversion,
    at,
  };
}

function readCount(text: string): number | "*" | null {
  if (text === "*" || text === "") return text === "*" ? text : null;
  return Number(text);
}

/** Just after the parenthesis that closes the one at `open`. */
function closingParenthesis(format: string, open: number): number {
  let depth = 0;
  for (let at = open; at < format.length; at++) {
    if (format[at] === "(") depth++;
    if (format[at] === ")" && --depth === 0) return at + 1;
  }
  throw new ValueError("incomplete format key");
}
