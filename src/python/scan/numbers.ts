import { NUMBER as LITERAL } from "./literals.ts";
import type { ScanState } from "./scan-state.ts";

const NUMBER = /(?:0[xX][0-9a-fA-F]+|0[bBoO][0-9_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJlL]?/y;
/** Octal by a zero alone, or long. */
const PYTHON2_NUMBER = /^0\d*[1-9]\d*[lL]?$|[lL]$/;

/** A number of either Python. */
export function scanNumber(state: ScanState): void {
  const { at: start } = state;
  NUMBER.lastIndex = start;
  const number = NUMBER.exec(state.text)![0];
  if (number.length > 1) {
    if (PYTHON2_NUMBER.test(number)) state.evidence.python2();
    if (number.endsWith("_") || number.includes("__"))
      state.problem("a digit must follow '_' in a number", start, start + number.length);
    else if (number.includes("_")) state.python3("an underscore in a number", start);
  }
  state.notAfterPrint();
  state.at += number.length;
  state.endToken(LITERAL, true);
}
