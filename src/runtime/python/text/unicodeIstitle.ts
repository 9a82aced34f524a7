/** `u.istitle()` of a `unicode`: whether there are letters with case, and each run of them is capitalized. */
export function unicodeIstitle(text: string): boolean {
  return (
    /[\p{Lu}\p{Lt}]/u.test(text) &&
    !/[\p{Lu}\p{Ll}\p{Lt}\xaa\xba][\p{Lu}\p{Lt}]|(?<![\p{Lu}\p{Ll}\p{Lt}\xaa\xba])[\p{Ll}\xaa\xba]/u.test(text)
  );
}
