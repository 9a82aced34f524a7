/** `s.isdigit()` of a `str`: whether there are characters, and all are ASCII digits. */
export function isdigit(text: string): boolean {
  return /^[0-9]+$/.test(text);
}
