import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { outerGroupsOf } from "./KnownPattern.ts";

/** `match.lastgroup`, where the pattern is known only when it runs. */
export function lastGroupFound(match: RegExpExecArray): string | null {
  const outer = outerGroupsOf(match);
  if (!outer) throw new UntranslatedError("U0103", "lastgroup where groups are repeated");
  const texts: readonly (string | undefined)[] = match;
  const last = [...outer].findLast(([group]) => texts[group] !== undefined);
  return last?.[1] ?? null;
}
