// oxlint-disable no-control-regex -- the expressions name them
// The regular expressions of CPython 2.7.18's HTMLParser.py and markupbase.py, each to be matched at a place (`y`) or looked for from one (`g`).
// Python's `\s` without re.UNICODE is ASCII's white space.

/** Where text ends. */
export const interesting = /[&<]/g;
export const incomplete = /&[a-zA-Z#]/y;
export const entityReference = /&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]/y;
export const characterReference = /&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]/y;
export const startTagOpen = /<[a-zA-Z]/y;
export const commentClose = /--[ \t\n\r\f\v]*>/g;
export const tagName = /([a-zA-Z][^\t\n\r\f />\x00]*)(?:[ \t\n\r\f\v]|\/(?!>))*/y;
export const attribute =
  /((?<=['" \t\n\r\f\v/])[^ \t\n\r\f\v/>][^ \t\n\r\f\v/=>]*)([ \t\n\r\f\v]*=+[ \t\n\r\f\v]*('[^']*'|"[^"]*"|(?!['"])[^> \t\n\r\f\v]*))?(?:[ \t\n\r\f\v]|\/(?!>))*/y;
export const wholeStartTag =
  /<[a-zA-Z][^\t\n\r\f />\x00]*(?:[ \t\n\r\f\v/]*(?:(?<=['" \t\n\r\f\v/])[^ \t\n\r\f\v/>][^ \t\n\r\f\v/=>]*(?:[ \t\n\r\f\v]*=+[ \t\n\r\f\v]*(?:'[^']*'|"[^"]*"|(?!['"])[^> \t\n\r\f\v]*))?(?:[ \t\n\r\f\v]|\/(?!>))*)*)?[ \t\n\r\f\v]*/y;
export const endTag = /<\/[ \t\n\r\f\v]*([a-zA-Z][-.a-zA-Z0-9:_]*)[ \t\n\r\f\v]*>/y;
export const declarationName = /[a-zA-Z][-_.a-zA-Z0-9]*[ \t\n\r\f\v]*/y;
export const sectionClose = /\][ \t\n\r\f\v]*\][ \t\n\r\f\v]*>/g;
export const officeSectionClose = /\][ \t\n\r\f\v]*>/g;

/** Where the text of a script or style ends. */
export const endOf = (element: string): RegExp =>
  new RegExp(`</[ \\t\\n\\r\\f\\v]*${element}[ \\t\\n\\r\\f\\v]*>`, "gi");

/** `pattern.match(text, place)` or, of one that looks on, `pattern.search(text, place)`. */
export function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}
