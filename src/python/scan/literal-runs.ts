import { NUMBER, STRING } from "./literals.ts";
import type { TokenSpans } from "./token-spans.ts";

/** Numbers and strings in a row between brackets, with nothing but commas between: the grammar is shown the first of them alone. */
export interface LiteralRun {
  /** Where the first one starts. */
  readonly first: number;
  /** The stretch of text that is left out: from behind the first one's comma to behind the last one's. */
  readonly start: number;
  readonly end: number;
  /** Start and end of each literal in the stretch, two entries each. */
  readonly rest: Int32Array;
}

/** In shorter ones there is nothing to gain. */
const FEWEST = 8;

/** Finds the runs of literals while the tokens of a file are gathered. A table of a million numbers is one token to the grammar then. */
export class LiteralRuns {
  readonly found: LiteralRun[] = [];
  /** Index of the token that may be the first of a run; -1 outside brackets. */
  #from = -1;

  /** To be called after each token has been pushed; `inside` brackets or not. */
  next(text: string, inside: boolean, tokens: TokenSpans): void {
    if (this.#from >= 0) {
      const count = tokens.count - this.#from;
      // Literals and commas in turn.
      if (count % 2 === 0 ? text === "," : text === NUMBER || text === STRING) return;
      this.#end(Math.floor((count - 1) / 2), tokens);
      this.#from = -1;
    }
    if (inside && (text === "," || text === "(" || text === "[" || text === "{")) this.#from = tokens.count;
  }

  /** A run of so many literals, each with its comma. */
  #end(literals: number, tokens: TokenSpans): void {
    if (literals < FEWEST) return;
    const first = this.#from;
    const rest = new Int32Array(2 * (literals - 1));
    for (let at = 0; at < literals - 1; at++) {
      const token = first + 2 * (at + 1);
      rest[2 * at] = tokens.start(token);
      rest[2 * at + 1] = tokens.end(token);
    }
    const comma = first + 1;
    const last = first + 2 * literals - 1;
    this.found.push({ first: tokens.start(first), start: tokens.end(comma), end: tokens.end(last), rest });
    tokens.remove(comma + 1, last + 1);
  }
}
