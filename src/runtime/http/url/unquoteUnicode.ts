/**
 * `urllib.unquote` of `unicode` text: what stands after `%` as two hex digits becomes the character of that number (Latin-1), where
 * `unquote` of a `str` makes a byte of it.
 */
export function unquoteUnicode(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
