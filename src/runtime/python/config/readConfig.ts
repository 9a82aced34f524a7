import { reprStr } from "../repr/reprStr.ts";
import { lower } from "../text/lower.ts";
import { rstrip } from "../text/rstrip.ts";
import { strip } from "../text/strip.ts";
import { MissingSectionHeaderError, ParsingError } from "./configErrors.ts";

/** The options of a section by name. */
export type Section = Map<string, string>;

export interface ConfigInput {
  readline(): string;
}

/** The name under which a section knows its own. */
export const OWN_NAME = "__name__";

/** Reads a file of sections into what is there, line by line as `RawConfigParser._read` of 2.7.18 does. */
export function readConfig(
  file: ConfigInput,
  fileName: string,
  sections: Map<string, Section>,
  defaults: Section,
): void {
  /** The lines of values: a value goes on over lines that are indented. */
  const lines = new Map<Section, Map<string, string[]>>();
  let section: Section | null = null;
  let option: string | null = null;
  let problem: ParsingError | null = null;
  let number = 0;
  const values = (of: Section): Map<string, string[]> => {
    let found = lines.get(of);
    if (!found) lines.set(of, (found = new Map()));
    return found;
  };
  for (let line = file.readline(); line !== ""; line = file.readline()) {
    number++;
    if (strip(line) === "" || /^[#;]/.test(line)) continue;
    if (/^rem([ \t-\r]|$)/i.test(line)) continue;
    if (/^[ \t-\r]/.test(line) && section && option) {
      const more = strip(line);
      const known = values(section);
      if (!known.has(option)) known.set(option, [section.get(option) ?? ""]);
      known.get(option)?.push(more);
      continue;
    }
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? (header === "DEFAULT" ? defaults : null);
      if (!section) sections.set(header, (section = new Map([[OWN_NAME, header]])));
      option = null;
      continue;
    }
    if (!section) throw new MissingSectionHeaderError(fileName, number, line);
    const match = /^([^:= \t-\r][^:=]*)[ \t-\r]*([:=])[ \t-\r]*(.*)$/.exec(line.replace(/\n$/, ""));
    if (!match) {
      problem ??= new ParsingError(fileName);
      problem.append(number, reprStr(line));
      continue;
    }
    option = lower(rstrip(match[1] ?? ""));
    const value = strip(withoutComment(match[3] ?? ""));
    values(section).set(option, [value === '""' ? "" : value]);
    if (!section.has(option)) section.set(option, "");
  }
  if (problem) throw problem;
  for (const [of, known] of lines) for (const [name, parts] of known) of.set(name, parts.join("\n"));
}

/** A `;` after white space begins a comment. */
function withoutComment(value: string): string {
  const at = value.indexOf(";");
  // A value that begins with one: Python looks at its last character.
  const before = at === 0 ? value.at(-1) : value[at - 1];
  return at >= 0 && /[ \t-\r]/.test(before ?? "") ? value.slice(0, at) : value;
}
