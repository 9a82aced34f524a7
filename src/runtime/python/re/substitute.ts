import { matches } from "./matches.ts";
import { templateOf } from "./templateOf.ts";

/** What stands in for a match: a template with `\1` and `\g<name>`, or what makes the text; null is none. */
export type Replacement = string | ((match: RegExpExecArray) => string | null);

/** `pattern.sub(replacement, text, limit)`: all matches, or the first `limit` if it is not 0. */
export function substitute(pattern: RegExp, replacement: Replacement, text: string, limit = 0): string {
  return substituteCounting(pattern, replacement, text, limit)[0];
}

/** `pattern.subn(replacement, text, limit)`: the text and the number of matches replaced. */
export function substituteCounting(
  pattern: RegExp,
  replacement: Replacement,
  text: string,
  limit = 0,
): [text: string, count: number] {
  const replace = typeof replacement === "string" ? templateOf(replacement, pattern) : replacement;
  let made = "";
  let end = 0;
  let count = 0;
  if (limit < 0) return [text, 0];
  for (const match of matches(pattern, text)) {
    // 2.7 takes no empty match right after another one, though findall does.
    if (match[0] === "" && match.index === end && count > 0) continue;
    made += text.slice(end, match.index) + (replace(match) ?? "");
    end = match.index + match[0].length;
    count++;
    if (count === limit) break;
  }
  return [made + text.slice(end), count];
}
