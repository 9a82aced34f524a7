/** The items of a `print` in one line: a blank between, but none after a line end or a tab. */
export function printed(...items: readonly string[]): string {
  return items.reduce((line, item) => (/[\t-\r]$/.test(line) ? line + item : `${line} ${item}`));
}
