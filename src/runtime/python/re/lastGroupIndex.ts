/** `match.lastindex`, for a pattern with no group inside another: the last that matched. */
export function lastGroupIndex(match: RegExpExecArray): number | null {
  const last = match.findLastIndex((text: string | undefined) => text !== undefined);
  return last > 0 ? last : null;
}
