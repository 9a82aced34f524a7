import type { ScanState } from "./scan-state.ts";

/** In fewer there is nothing to gain. */
const FEWEST = 8;

/**
 * `((((a))))`, where the grammar is shown the outermost and the innermost pair alone: it weighs what each might turn out to be, and takes
 * several times as long for them as for other text. That each pair has nothing in it but the next is taken on trust until it is
 * closed; if it was not so the file is scanned again, without this.
 *
 * True if there are so many at where the scan is, and they have been read.
 */
export function openNestedParentheses(state: ScanState): boolean {
  const { text, at: start } = state;
  let innermost = start;
  while (text[innermost + 1] === "(") innermost++;
  if (!state.trusting || innermost - start + 1 < FEWEST) return false;
  for (let at = start; at < innermost; at++) state.brackets.push({ opener: "(", at, wraps: true, hidden: at > start });
  state.edit(start + 1, innermost, "blank");
  state.brackets.push({ opener: "(", at: innermost, wraps: false, hidden: false });
  state.at = start + 1;
  state.endToken("(", false);
  state.tokenStart = innermost;
  state.at = innermost + 1;
  state.endToken("(", false);
  return true;
}
