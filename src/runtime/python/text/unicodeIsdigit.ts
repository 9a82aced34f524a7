/** `u.isdigit()` of a `unicode`: whether there are characters, and all are digits, raised and circled ones too. */
export function unicodeIsdigit(text: string): boolean {
  return /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}]+$/u.test(
    text,
  );
}
