import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** `s.replace(old, new, limit)`: all of them, or the first `limit` if it is not negative. An empty `old` stands before each byte and at the end. */
export function replace(text: string, old: string, replacement: string, limit = -1): string {
  if (limit < 0 && old !== "") return text.replaceAll(old, () => replacement);
  // CPython's own exception to its rule.
  if (limit >= 0 && text === "") return text;
  const separator = toByteString(old);
  const bytes = toByteString(text);
  const parts = old === "" ? ["", ...bytes, ""] : bytes.split(separator);
  const count = limit < 0 ? parts.length - 1 : Math.min(limit, parts.length - 1);
  const glue = toByteString(replacement);
  return fromByteString(
    parts.slice(0, count + 1).join(glue) +
      parts
        .slice(count + 1)
        .map((part) => separator + part)
        .join(""),
  );
}
