/** `s.isspace()` of a `str`: whether there are characters, and all are ASCII white space. */
export function isspace(text: string): boolean {
  return /^[ \t-\r]+$/.test(text);
}
