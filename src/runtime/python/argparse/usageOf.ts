import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { byteLength } from "../text/byteLength.ts";
import type { Argument } from "./Argument.ts";
import { SUPPRESS } from "./ArgumentSettings.ts";
import type { MutuallyExclusiveGroup } from "./ArgumentGroup.ts";
import { argumentValues } from "./argumentValues.ts";

/** `usage: prog [-h] FILE`, broken into lines of at most `width` columns. */
export function usageOf(
  prog: string,
  usage: string | null,
  all: readonly Argument[],
  groups: readonly MutuallyExclusiveGroup[],
  width: number,
): string {
  const prefix = "usage: ";
  if (usage !== null) return `${prefix}${usage}\n\n`;
  const options = all.filter((argument) => argument.names.length > 0);
  const positionals = all.filter((argument) => argument.names.length === 0);
  const whole = [prog, partsOf([...options, ...positionals], groups)].filter((part) => part !== "").join(" ");
  if (byteLength(prefix) + byteLength(whole) <= width) return `${prefix}${whole}\n\n`;
  const optionParts = split(partsOf(options, groups));
  const positionalParts = split(partsOf(positionals, groups));
  if (prefix.length + byteLength(prog) <= 0.75 * width) {
    const indent = " ".repeat(prefix.length + byteLength(prog) + 1);
    const lines =
      optionParts.length > 0
        ? [...fill([prog, ...optionParts], indent, width, prefix), ...fill(positionalParts, indent, width)]
        : positionalParts.length > 0
          ? fill([prog, ...positionalParts], indent, width, prefix)
          : [prog];
    return `${prefix}${lines.join("\n")}\n\n`;
  }
  const indent = " ".repeat(prefix.length);
  const together = fill([...optionParts, ...positionalParts], indent, width);
  const lines =
    together.length > 1 ? [...fill(optionParts, indent, width), ...fill(positionalParts, indent, width)] : together;
  return `${prefix}${[prog, ...lines].join("\n")}\n\n`;
}

/** What the usage of a parser's commands begins with: the program and the positional arguments before the command. */
export function commandPrefix(
  prog: string,
  usage: string | null,
  all: readonly Argument[],
  groups: readonly MutuallyExclusiveGroup[],
  width: number,
): string {
  if (usage !== null) return usage.trim();
  const positionals = all.filter((argument) => argument.names.length === 0);
  const whole = [prog, partsOf(positionals, groups)].filter((part) => part !== "").join(" ");
  if (byteLength(whole) > width) throw new UntranslatedError("U0103", "add_subparsers() behind a long usage");
  return whole;
}

const split = (usage: string): string[] =>
  usage.match(/\(.*?\)+(?=[ \t-\r]|$)|\[.*?\]+(?=[ \t-\r]|$)|[^ \t-\r]+/g) ?? [];

/** Lines of parts, the first after a prefix where there is one. */
function fill(parts: readonly string[], indent: string, width: number, prefix: string | null = null): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = (prefix ?? indent).length - 1;
  for (const part of parts) {
    if (length + 1 + byteLength(part) > width && line.length > 0) {
      lines.push(indent + line.join(" "));
      line = [];
      length = indent.length - 1;
    }
    line.push(part);
    length += byteLength(part) + 1;
  }
  if (line.length > 0) lines.push(indent + line.join(" "));
  if (prefix !== null && lines[0] !== undefined) lines[0] = lines[0].slice(indent.length);
  return lines;
}

/** The arguments, what need not be given in brackets, groups of which one may be given with `|` between. */
function partsOf(all: readonly Argument[], groups: readonly MutuallyExclusiveGroup[]): string {
  const grouped = new Set<Argument>();
  const inserts = new Map<number, string>();
  for (const { members, required } of groups) {
    const [first] = members;
    const start = first === undefined ? -1 : all.indexOf(first);
    const end = start + members.length;
    if (start < 0 || !members.every((member, i) => all[start + i] === member)) continue;
    for (const member of members) grouped.add(member);
    const [open, close] = required ? "()" : "[]";
    inserts.set(start, inserts.has(start) ? `${inserts.get(start)} ${open}` : `${open}`);
    inserts.set(end, `${close}`);
    for (let i = start + 1; i < end; i++) inserts.set(i, "|");
  }
  const parts = all.map((argument, i): string | null => {
    if (argument.help === SUPPRESS) {
      if (inserts.get(i) === "|") inserts.delete(i);
      else if (inserts.get(i + 1) === "|") inserts.delete(i + 1);
      return null;
    }
    if (argument.names.length === 0) {
      const part = argumentValues(argument, argument.dest);
      return grouped.has(argument) && part.startsWith("[") && part.endsWith("]") ? part.slice(1, -1) : part;
    }
    const [name = ""] = argument.names;
    const part = argument.nargs === 0 ? name : `${name} ${argumentValues(argument, argument.dest.toUpperCase())}`;
    return argument.required || grouped.has(argument) ? part : `[${part}]`;
  });
  for (const i of [...inserts.keys()].sort((a, b) => b - a)) parts.splice(i, 0, inserts.get(i) ?? "");
  return parts
    .filter((part) => part !== null)
    .join(" ")
    .replace(/([[(]) /g, "$1")
    .replace(/ ([\])])/g, "$1")
    .replace(/[[(] *[\])]/g, "")
    .replace(/\(([^|]*)\)/g, "$1")
    .trim();
}
