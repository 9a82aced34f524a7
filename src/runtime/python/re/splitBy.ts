import { groupsOf } from "./groupsOf.ts";
import { matches } from "./matches.ts";

/** `pattern.split(text, limit)`: the texts between matches, and those of the groups, null where one has not matched. 2.7 does not split at an empty match. */
export function splitBy(pattern: RegExp, text: string, limit = 0): (string | null)[] {
  const parts: (string | null)[] = [];
  let end = 0;
  let count = 0;
  if (limit < 0) return [text];
  for (const match of matches(pattern, text)) {
    if (match[0] === "") continue;
    parts.push(text.slice(end, match.index), ...groupsOf(match));
    end = match.index + match[0].length;
    count++;
    if (count === limit) break;
  }
  return [...parts, text.slice(end)];
}
