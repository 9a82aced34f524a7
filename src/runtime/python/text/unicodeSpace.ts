/** White space as Python's Unicode 5.2 has it, for the inside of a character class of a regular expression. JavaScript's `\s` is another set. */
export const unicodeSpace = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
