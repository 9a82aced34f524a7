/** `cgi.escape(text, quote)` and `xml.sax.saxutils.escape(text)`: `&`, `<` and `>`, and on demand `"`, as entities. */
export function escapeHtml(text: string, quote = false): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return quote ? escaped.replaceAll('"', "&quot;") : escaped;
}

/** `xml.sax.saxutils.unescape(text)`. */
export function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** `xml.sax.saxutils.quoteattr(text)`: an attribute's value, in the quotes that it does not have. */
export function quoteAttribute(text: string): string {
  const escaped = escapeHtml(text).replaceAll("\n", "&#10;").replaceAll("\r", "&#13;").replaceAll("\t", "&#9;");
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', "&quot;")}"` : `'${escaped}'`;
}
