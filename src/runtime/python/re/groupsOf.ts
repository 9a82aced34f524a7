/** `match.groups(absent)`: the text of each group, or what stands for one that has not matched. */
export function groupsOf(match: RegExpExecArray): (string | null)[];
export function groupsOf<T>(match: RegExpExecArray, absent: T): (string | T)[];
export function groupsOf(match: RegExpExecArray, absent: unknown = null): unknown[] {
  return Array.from(match.slice(1), (text: string | undefined) => text ?? absent);
}
