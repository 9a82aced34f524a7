/** `cgi.escape`: `&`, `<` and `>` as HTML writes them, and with `quotes` the double quotation mark. */
export function escapeHtml(text: string, quotes: unknown = false): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return quotes ? escaped.replaceAll('"', "&quot;") : escaped;
}
