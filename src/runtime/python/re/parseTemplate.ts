import { PatternTokens } from "./PatternTokens.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { ReError } from "./ReError.ts";

/** A piece of a replacement: text as it is, or a group by number or name. */
export type TemplatePart = string | { readonly group: number | string };

const escapes: Readonly<Record<string, string>> = {
  "\\a": "\x07",
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "\\v": "\v",
  "\\\\": "\\",
};

/** Reads a replacement as `sre_parse.parse_template` of 2.7.18 does. */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const tokens = new PatternTokens(template);
  const parts: TemplatePart[] = [];
  const literal = (text: string): void => {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + text;
    else parts.push(text);
  };
  for (let token = tokens.get(); token !== null; token = tokens.get()) {
    const letter = token.startsWith("\\") ? token.slice(1) : "";
    if (letter === "") literal(token);
    else if (letter === "g") parts.push({ group: groupName(tokens) });
    else if (letter === "0") literal(octal(tokens.takeWhile(/^[0-7]$/, 2)));
    else if (/^[1-9]$/.test(letter)) {
      const digits = letter + tokens.takeWhile(/^[0-9]$/, 1);
      const third = /^[0-7]{2}$/.test(digits) ? tokens.takeWhile(/^[0-7]$/, 1) : "";
      if (third === "") parts.push({ group: Number(digits) });
      else literal(octal(digits + third));
    } else literal(escapes[token] ?? token);
  }
  return parts;
}

/** A character by its octal number; one above 127 would be a byte of a `str`, which is no character. */
function octal(digits: string): string {
  const code = parseInt(`0${digits}`, 8) & 0xff;
  if (code > 127) throw new UntranslatedError("U0103", `\\${digits} in a replacement`);
  return String.fromCharCode(code);
}

function groupName(tokens: PatternTokens): number | string {
  let name = "";
  if (tokens.take("<")) {
    for (let token = tokens.get(); token !== ">"; token = tokens.get()) {
      if (token === null) throw new ReError("unterminated group name");
      name += token;
    }
  }
  if (name === "") throw new ReError("missing group name");
  if (/^[ \t-\r]*[-+]?\d+[ \t-\r]*$/.test(name)) {
    const index = Number(name);
    if (index < 0) throw new ReError("negative group number");
    return index;
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new ReError("bad character in group name");
  return name;
}
