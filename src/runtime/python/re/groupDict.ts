import type { Dict } from "../containers/Dict.ts";
import { dictFromPairs } from "../containers/dictFromPairs.ts";

/** `match.groupdict(absent)`: the texts of the named groups, or what stands for one that has not matched. */
export function groupDict(match: RegExpExecArray): Dict<string, string | null>;
export function groupDict<T>(match: RegExpExecArray, absent: T): Dict<string, string | T>;
export function groupDict(match: RegExpExecArray, absent: unknown = null): Dict<string, unknown> {
  const entries: [string, string | undefined][] = Object.entries(match.groups ?? {});
  // It is filled in the order of another dict, the pattern's own of its names.
  const ofPattern = dictFromPairs(entries.map(([name, text]): [string, unknown] => [name, text ?? absent]));
  return dictFromPairs(ofPattern);
}
