/** A word of a header field, or an attribute with its value. */
export type HeaderWord = readonly [name: string, value: string | null];

/** `cookielib.split_header_words` of one text: lists of words, with `;` between words and `,` between lists. */
export function splitHeaderWords(text: string): HeaderWord[][] {
  const lists: HeaderWord[][] = [];
  let words: HeaderWord[] = [];
  let rest = text;
  while (rest !== "") {
    const token = /^[ \t-\r]*([^= \t-\r;,]+)/.exec(rest);
    if (token !== null) {
      rest = rest.slice(token[0].length);
      const quoted = /^[ \t-\r]*=[ \t-\r]*"([^"\\]*(?:\\.[^"\\]*)*)"/.exec(rest);
      const plain = quoted ?? /^[ \t-\r]*=[ \t-\r]*([^ \t-\r;,]*)/.exec(rest);
      rest = rest.slice(plain?.[0].length ?? 0);
      const value = plain?.[1] ?? null;
      words.push([token[1] ?? "", quoted === null ? value : (value ?? "").replace(/\\(.)/g, "$1")]);
    } else if (/^[ \t-\r]*,/.test(rest)) {
      rest = rest.replace(/^[ \t-\r]*,/, "");
      if (words.length > 0) lists.push(words);
      words = [];
    } else rest = rest.replace(/^[= \t-\r;]+/, "");
  }
  if (words.length > 0) lists.push(words);
  return lists;
}

/** `cookielib.join_header_words` of one list: values are quoted unless they are a word. */
export function joinHeaderWords(words: readonly HeaderWord[]): string {
  return words
    .map(([name, value]) => {
      if (value === null) return name;
      return /^\w+$/.test(value) ? `${name}=${value}` : `${name}="${value.replace(/["\\]/g, "\\$&")}"`;
    })
    .join("; ");
}
