/** `match.lastgroup`, for a pattern whose groups are all named, and none inside another: the last that matched. */
export function lastGroup(match: RegExpExecArray): string | null {
  const texts: [string, string | undefined][] = Object.entries(match.groups ?? {});
  return texts.findLast(([, text]) => text !== undefined)?.[0] ?? null;
}
