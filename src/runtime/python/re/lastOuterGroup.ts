/** `match.lastgroup`, of the groups that are inside no other, each with its name: the last that matched, since it closes last. */
export function lastOuterGroup(match: RegExpExecArray, outer: Readonly<Record<number, string | null>>): string | null {
  const texts: readonly (string | undefined)[] = match;
  const last = Object.keys(outer).findLast((index) => texts[Number(index)] !== undefined);
  return last === undefined ? null : (outer[Number(last)] ?? null);
}
