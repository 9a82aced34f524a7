import { stringLiteralEnd } from "../string-literal.ts";
import { isNamePart } from "./characters.ts";
import type { Edit, Rewrite } from "./scan.ts";
import type { ScanState } from "./scan-state.ts";

/** What an f-string counts as while its neighbours are read: the grammar joins those itself. */
const FORMATTED = "f''";

/** A string literal; `quote` is the offset of its opening quote, and a prefix reaches from where the scan is to it. */
export function scanString(state: ScanState, quote: number): void {
  const { text, at: start, joined } = state;
  const prefix = quote === start ? "" : text.slice(start, quote).toLowerCase();
  state.notAfterPrint();
  state.at = stringEnd(state, quote);
  if (prefix === "ur") state.evidence.python2();
  if (prefix === "rb" || prefix.includes("f")) state.python3(`the string prefix '${prefix}'`, start);
  if (prefix.includes("f")) {
    // What it is joined to has to be a string for the grammar too.
    if (joined !== null) asString(joined[0]!.start, state.edits);
    state.tokens = null;
    state.endToken(FORMATTED, true);
  } else if (joined !== null) {
    joined.push({ start, end: state.at });
    joinTo(joined[0]!.start, state);
    state.joined = joined;
  } else if (state.previous === FORMATTED) state.endToken(FORMATTED, true);
  else {
    const spans = [{ start, end: state.at }];
    state.strings.set(start, spans);
    state.edits.push(stringEdit(start, state));
    state.endToken("''", true);
    state.joined = spans;
  }
}

function asString(start: number, edits: Edit[]): void {
  const at = edits.findLastIndex((edit) => edit.start === start);
  edits[at] = { ...edits[at]!, rewrite: "string" };
}

/** Adjacent literals are one token: the edits of all since the first one give way to a single one. */
function joinTo(first: number, state: ScanState): void {
  const { edits } = state;
  while (edits.length > 0 && edits.at(-1)!.start >= first) edits.pop();
  state.dropToken();
  state.tokenStart = first;
  edits.push(stringEdit(first, state));
  state.endToken("''", true);
}

function stringEdit(start: number, { text, at: end }: ScanState): Edit {
  return { start, end, rewrite: stringRewrite(text, start, end), column: 0 };
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
