/** `s.strip()`: without the ASCII white space at both ends. JavaScript's trim takes more, which can be a byte of a character. */
export function stripSpace(text: string): string {
  const from = text.search(/[^ \t-\r]/);
  if (from < 0) return "";
  let to = text.length;
  while (" \t\n\v\f\r".includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
