/** `u.islower()` of a `unicode`: whether there are letters with case, and all are lower case. */
export function unicodeIslower(text: string): boolean {
  return /[\p{Ll}\xaa\xba]/u.test(text) && !/[\p{Lu}\p{Lt}]/u.test(text);
}
