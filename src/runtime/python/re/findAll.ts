import { groupsOf } from "./groupsOf.ts";
import { matches } from "./matches.ts";

/** `pattern.findall(text)` of a pattern whose groups are known only when it runs: texts, or tuples of several groups' texts. */
export function findAll(pattern: RegExp, text: string): (string | string[])[] {
  return Array.from(matches(pattern, text), (match) =>
    match.length > 2 ? groupsOf(match, "") : ((match.length === 1 ? match[0] : groupsOf(match, "")[0]) ?? ""),
  );
}
