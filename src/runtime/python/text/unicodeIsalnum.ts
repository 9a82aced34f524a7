/** `u.isalnum()` of a `unicode`: whether there are characters, and all are letters or stand for numbers. */
export function unicodeIsalnum(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text);
}
