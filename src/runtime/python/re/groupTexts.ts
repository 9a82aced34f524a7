import { groupOf } from "./groupOf.ts";

/** `match.group(1, 'name')`: the texts of several groups, null for one that has not matched. */
export function groupTexts(match: RegExpExecArray, ...groups: (number | string)[]): (string | null)[] {
  return groups.map((group) => groupOf(match, group));
}
