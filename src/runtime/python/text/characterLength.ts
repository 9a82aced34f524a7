/** `len` of a `unicode`: its characters, of which JavaScript counts those beyond U+FFFF twice. */
export function characterLength(text: string): number {
  return /[\u{10000}-\u{10FFFF}]/u.test(text) ? [...text].length : text.length;
}
