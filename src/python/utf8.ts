const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const decoded = (value: string): string | null => {
  try {
    return decoder.decode(Uint8Array.from(value, (c) => c.charCodeAt(0)));
  } catch {
    return null;
  }
};

/** A byte string, a character each, as the text it is in UTF-8; null when it is none. */
export function utf8(value: string): string | null {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(value) ? value : decoded(value);
}

/** The same with a lone surrogate, U+DC00 and the byte, for each byte that is no part of a character: as the runtime holds it. */
export function escapedUtf8(value: string): string {
  let text = "";
  for (let at = 0; at < value.length;) {
    const length = [1, 2, 3, 4].find((n) => at + n <= value.length && decoded(value.slice(at, at + n)) !== null) ?? 0;
    text +=
      length === 0 ? String.fromCharCode(0xdc00 + value.charCodeAt(at)) : (decoded(value.slice(at, at + length)) ?? "");
    at += Math.max(length, 1);
  }
  return text;
}
