/** `s.swapcase()` of a `str`: ASCII letters only. */
export function swapcase(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => (letter < "a" ? letter.toLowerCase() : letter.toUpperCase()));
}
