/** The quote that `repr` puts around a text: double only if the text has single ones and no double ones. */
export function quoteFor(text: string): "'" | '"' {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}
