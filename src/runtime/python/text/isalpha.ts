/** `s.isalpha()` of a `str`: whether there are characters, and all are ASCII letters. */
export function isalpha(text: string): boolean {
  return /^[A-Za-z]+$/.test(text);
}
