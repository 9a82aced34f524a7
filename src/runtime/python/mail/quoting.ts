/** `email.utils.quote`: a backslash before each quotation mark and backslash. */
export function quoteText(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}

/** `email.utils.unquote`: without quotation marks, and the backslashes inside them, or angle brackets. */
export function unquoteText(text: string): string {
  if (/^"[^]*"$/.test(text) && text.length > 1)
    return text.slice(1, -1).replaceAll("\\\\", "\\").replaceAll('\\"', '"');
  return /^<[^]*>$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
