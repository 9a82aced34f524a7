import { IndexError } from "../exceptions/IndexError.ts";
import { reprStr } from "../repr/reprStr.ts";
import { groupOf } from "./groupOf.ts";
import { parseTemplate } from "./parseTemplate.ts";
import { ReError } from "./ReError.ts";

/** A replacement text with `\1` and `\g<name>` as a function of the match. Throws ReError as 2.7 does, for a group that has not matched too. */
export function templateOf(template: string, pattern: RegExp): (match: RegExpExecArray) => string {
  if (!template.includes("\\")) return () => template;
  // An expression that matches the empty text tells the names of all groups.
  const names = new RegExp(`${pattern.source}|`, pattern.flags).exec("")?.groups ?? {};
  const parts = parseTemplate(template);
  for (const part of parts) {
    if (typeof part === "object" && typeof part.group === "string" && !(part.group in names)) {
      throw new IndexError(`unknown group name: ${reprStr(part.group)}`);
    }
  }
  return (match) => parts.map((part) => (typeof part === "string" ? part : groupText(match, part.group))).join("");
}

function groupText(match: RegExpExecArray, group: number | string): string {
  if (typeof group === "number" && group >= match.length) throw new ReError("invalid group reference");
  const text = groupOf(match, group);
  if (text === null) throw new ReError("unmatched group");
  return text;
}
