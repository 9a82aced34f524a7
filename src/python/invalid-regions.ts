import type { SyntaxProblem } from "./ast.ts";
import type { Region } from "./skeleton.ts";

/** Logical lines left out of the skeleton because of errors in them, and the first of these. */
export interface InvalidRegion extends Region {
  readonly problem: SyntaxProblem;
}

/** Regions of a file, sorted and apart. There may be as many as lines, so none is looked for one by one. */
export class InvalidRegions {
  readonly #regions: InvalidRegion[] = [];

  /** Adds a region; those that it touches become part of it. */
  add({ start, end, problem }: InvalidRegion): void {
    const first = this.#firstEndingAfter(start);
    let last = first;
    const joined = { start, end, problem };
    for (; last < this.#regions.length && this.#regions[last]!.start < end; last++) {
      const region = this.#regions[last]!;
      joined.start = Math.min(joined.start, region.start);
      joined.end = Math.max(joined.end, region.end);
      joined.problem = earlier(joined.problem, region.problem);
    }
    this.#regions.splice(first, last - first, joined);
  }

  /** Whether one region holds a whole stretch. */
  holds(start: number, end: number): boolean {
    const region = this.#regions[this.#firstEndingAfter(start)];
    return region !== undefined && region.start <= start && end <= region.end;
  }

  /** Those that lie in a stretch. */
  within(start: number, end: number): InvalidRegion[] {
    const first = this.#firstEndingAfter(start);
    let last = first;
    while (last < this.#regions.length && this.#regions[last]!.end <= end) last++;
    return this.#regions.slice(first, last).filter((region) => region.start >= start);
  }

  /** All of them, as one where only white space stands between lines of the same indentation. */
  joined(text: string): InvalidRegion[] {
    const result: InvalidRegion[] = [];
    for (const region of this.#regions) {
      const last = result.at(-1);
      if (last === undefined || !isGap(text, last.end, region.start)) result.push(region);
      else
        result[result.length - 1] = {
          start: last.start,
          end: region.end,
          problem: earlier(last.problem, region.problem),
        };
    }
    return result;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#regions[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function earlier(a: SyntaxProblem, b: SyntaxProblem): SyntaxProblem {
  return b.span.start < a.span.start ? b : a;
}

/** Lines at the same indentation, with nothing between. */
function isGap(text: string, from: number, to: number): boolean {
  if (!/^\s*$/.test(text.slice(from, to))) return false;
  return indentOf(text, from) === indentOf(text, to);
}

function indentOf(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t\f]*/.exec(text.slice(lineStart, offset))![0];
}
