import { IndexError } from "../exceptions/IndexError.ts";

/** `match.group(name)`: null for a group that has not matched. */
export function groupOf(match: RegExpExecArray, group: number | string): string | null {
  if (typeof group === "string") {
    if (!match.groups || !(group in match.groups)) throw new IndexError("no such group");
    return match.groups[group] ?? null;
  }
  if (!(group >= 0 && group < match.length)) throw new IndexError("no such group");
  return match[group] ?? null;
}
