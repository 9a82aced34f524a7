/** `s.isalnum()` of a `str`: whether there are characters, and all are ASCII letters or digits. */
export function isalnum(text: string): boolean {
  return /^[0-9A-Za-z]+$/.test(text);
}
