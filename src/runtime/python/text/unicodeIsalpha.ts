/** `u.isalpha()` of a `unicode`: whether there are characters, and all are letters. */
export function unicodeIsalpha(text: string): boolean {
  return /^\p{L}+$/u.test(text);
}
