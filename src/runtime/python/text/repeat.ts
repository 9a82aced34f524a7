/** `text * count`: nothing for a count below one. */
export function repeat(text: string, count: number): string {
  return count > 0 ? text.repeat(count) : "";
}
