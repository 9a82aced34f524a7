/** `s.istitle()` of a `str`: whether there are letters, and each run of them is capitalized. */
export function istitle(text: string): boolean {
  return /[A-Za-z]/.test(text) && !/[A-Za-z][A-Z]|(?<![A-Za-z])[a-z]/.test(text);
}
