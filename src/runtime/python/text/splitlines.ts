/** `s.splitlines(keepEnds)` of a `str`: at \n, \r\n and \r. */
export function splitlines(text: string, keepEnds: boolean | number = false): string[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return keepEnds ? [...lines] : lines.map((line) => line.replace(/[\r\n]+$/, ""));
}
