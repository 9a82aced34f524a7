// oxlint-disable-next-line no-control-regex -- some control characters end a line
const LINE = /([^\n-\r\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]|$)/gy;

/** `u.splitlines(keepEnds)` of a `unicode`: at every line end of Unicode, of which ASCII has eight. */
export function unicodeSplitlines(text: string, keepEnds: boolean | number = false): string[] {
  const lines = [...text.matchAll(LINE)].filter(([whole]) => whole !== "");
  return lines.map(([whole, line = ""]) => (keepEnds ? whole : line));
}
