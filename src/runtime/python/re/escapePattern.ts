/** `re.escape(text)`: a backslash before all but ASCII letters and digits, and `\000` for NUL. */
export function escapePattern(text: string): string {
  return text.replace(/[^A-Za-z0-9]/gu, (character) => (character === "\0" ? "\\000" : `\\${character}`));
}
