/** `xml.sax.saxutils.escape(text)`: `&`, `<` and `>` as entities. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** `xml.sax.saxutils.unescape(text)`. */
export function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** `xml.sax.saxutils.quoteattr(text)`: an attribute's value, in the quotes that it does not have. */
export function quoteAttribute(text: string): string {
  const escaped = escapeXml(text).replaceAll("\n", "&#10;").replaceAll("\r", "&#13;").replaceAll("\t", "&#9;");
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', "&quot;")}"` : `'${escaped}'`;
}
