/** `textwrap.dedent(text)`: without the white space that all lines begin with; lines of nothing else are emptied. */
export function dedent(text: string): string {
  const emptied = text.replace(/^[ \t]+$/gm, "");
  let margin: string | null = null;
  for (const [, indent = ""] of emptied.matchAll(/(^[ \t]*)(?:[^ \t\n])/gm)) {
    margin = margin === null ? indent : sharedStart(margin, indent);
  }
  return margin ? emptied.replace(new RegExp(`^${margin}`, "gm"), "") : emptied;
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
