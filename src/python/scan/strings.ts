import { stringLiteralEnd } from "../string-literal.ts";
import { isNamePart } from "./characters.ts";
import type { Rewrite } from "./edits.ts";
import { STRING } from "./literals.ts";
import type { ScanState } from "./scan-state.ts";

/** What an f-string counts as to what follows: with it the grammar itself joins its neighbours. */
const FORMATTED = "f''";

/** A string literal; `quote` is the offset of its opening quote, and a prefix reaches from where the scan is to it. */
export function scanString(state: ScanState, quote: number): void {
  const { text, at: start, previous } = state;
  const prefix = quote === start ? "" : text.slice(start, quote).toLowerCase();
  state.notAfterPrint();
  state.at = stringEnd(state, quote);
  if (prefix === "ur") state.evidence.python2();
  if (prefix === "rb" || prefix.includes("f")) state.python3(`the string prefix '${prefix}'`, start);
  if (prefix.includes("f")) {
    // What it is joined to has to be a string for the grammar too.
    if (previous === STRING) state.edits.change(state.previousStart, "string");
    state.tokens = null;
    state.endToken(FORMATTED, true);
  } else if (previous === FORMATTED) state.endToken(FORMATTED, true);
  else {
    if (previous === STRING) join(state, start);
    state.edit(state.tokenStart, state.at, stringRewrite(text, state.tokenStart, state.at));
    state.endToken(STRING, true);
  }
}

/** Adjacent literals are one token: their edits, and those of what stands between, give way to a single one. */
function join(state: ScanState, start: number): void {
  const { edits, strings, previousStart: first, previousEnd } = state;
  const spans = strings.get(first) ?? [{ start: first, end: previousEnd }];
  spans.push({ start, end: state.at });
  strings.set(first, spans);
  edits.dropFrom(first);
  state.tokens?.pop();
  state.tokenStart = first;
}

/** A name is cheaper for the grammar than a string, but must not run together with its neighbours (`'a'if b`). */
function stringRewrite(text: string, start: number, end: number): Rewrite {
  if (start > 0 && isNamePart(text.charCodeAt(start - 1))) return "string";
  return end < text.length && isNamePart(text.charCodeAt(end)) ? "string" : "name";
}

function stringEnd(state: ScanState, quote: number): number {
  const { end, triple, closed } = stringLiteralEnd(state.text, quote);
  if (closed) return end;
  const what = triple ? "this triple-quoted string is never closed" : "this string is not closed on its line";
  state.problem(what, quote, end);
  return end;
}
