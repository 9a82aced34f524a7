import type { Scan } from "./scan/scan.ts";

/** A stretch of a file that the grammar can be given alone: whole statements of the top level. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Of `Scan.tokens`, start and end of each of its tokens in turn. */
  readonly tokens: Int32Array;
}

/** So few that their tree is still in the processor's caches when it is lowered, and so many that it does not matter how many there are. */
const LOGICAL_LINES = 1000;

/** Cuts a file that the scanner has found no problem in. A long one would have a tree many times as large as its text. */
export function stretchesOf(text: string, { lines }: Scan, tokens: Int32Array): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let firstToken = 0;
  const cut = (to: number, tokensBefore: number): void => {
    stretches.push({ from, to, tokens: tokens.subarray(2 * firstToken, 2 * tokensBefore) });
    from = to;
    firstToken = tokensBefore;
  };
  for (let next = LOGICAL_LINES; next < lines.count; next++) {
    const { start, column, clause, tokensBefore } = lines.at(next);
    if (column > 0 || clause || lines.at(next - 1).decorator) continue;
    cut(start, tokensBefore);
    next += LOGICAL_LINES - 1;
  }
  cut(text.length, tokens.length / 2);
  return stretches;
}
