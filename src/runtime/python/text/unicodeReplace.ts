/** `u.replace(old, new, limit)` of a `unicode`: all of them, or the first `limit` if it is not negative. An empty `old` stands before each character and at the end. */
export function unicodeReplace(text: string, old: string, replacement: string, limit = -1): string {
  if (limit < 0 && old !== "") return text.replaceAll(old, () => replacement);
  // CPython's own exception to its rule.
  if (limit >= 0 && text === "") return text;
  const parts = old === "" ? ["", ...text, ""] : text.split(old);
  const count = limit < 0 ? parts.length - 1 : Math.min(limit, parts.length - 1);
  const rest = parts.slice(count + 1).map((part) => old + part);
  return parts.slice(0, count + 1).join(replacement) + rest.join("");
}
