import { header } from "./header.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().getparam(name)`: a parameter of Content-Type, as `charset`, without its quotation marks; null if there is none. */
export function contentTypeParameter(source: HeaderSource, name: string): string | null {
  const [, ...parameters] = (header(source, "content-type") ?? "").split(";");
  for (const parameter of parameters) {
    const [, key = "", value = ""] = /^([^=]*)=([^]*)$/.exec(parameter) ?? [];
    if (key.trim().toLowerCase() === name.toLowerCase() && parameter.includes("=")) return unquoted(value.trim());
  }
  return null;
}

/** As `rfc822.unquote`: quotation marks, and backslashes inside them, or angle brackets. */
function unquoted(text: string): string {
  if (text.length > 1 && /^"[^]*"$/.test(text))
    return text.slice(1, -1).replaceAll("\\\\", "\\").replaceAll('\\"', '"');
  return text.length > 1 && /^<[^]*>$/.test(text) ? text.slice(1, -1) : text;
}
