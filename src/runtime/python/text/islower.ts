/** `s.islower()` of a `str`: whether there are letters, and all are lower case. */
export function islower(text: string): boolean {
  return /[a-z]/.test(text) && !/[A-Z]/.test(text);
}
