/** `s.isupper()` of a `str`: whether there are letters, and all are upper case. */
export function isupper(text: string): boolean {
  return /[A-Z]/.test(text) && !/[a-z]/.test(text);
}
