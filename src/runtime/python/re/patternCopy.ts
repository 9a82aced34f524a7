const copies = new WeakMap<RegExp, Map<string, RegExp>>();

/** One that remembers something of its matches goes on to. */
const kind = (pattern: RegExp): RegExpConstructor => pattern.constructor as RegExpConstructor;

/** The same expression with one more flag, which keeps its place by itself: made once, and at its start again. */
export function patternCopy(pattern: RegExp, flag: "d" | "g" | "y", more: "" | "y" = ""): RegExp {
  let known = copies.get(pattern);
  if (!known) copies.set(pattern, (known = new Map()));
  let copy = known.get(flag + more);
  if (!copy) known.set(flag + more, (copy = new (kind(pattern))(pattern, pattern.flags + flag + more)));
  copy.lastIndex = 0;
  return copy;
}
