/** `u.isupper()` of a `unicode`: whether there are letters with case, and all are upper case. */
export function unicodeIsupper(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lt}\xaa\xba]/u.test(text);
}
