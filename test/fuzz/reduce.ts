import type { Tapes } from "./generate/program.ts";

/** Milliseconds after which no other round is begun. */
const LONGEST = 30_000;

/** Which of the candidates are still wrong in the same way. */
export type Test = (candidates: readonly Tapes[]) => Promise<readonly boolean[]>;

/**
 * The rough work of shrinking, many candidates at a time: leaves out statements, then cuts tapes short and puts zeros into them, as long
 * as what is left is still wrong. The fine work is fast-check's.
 */
export async function reduce(start: Tapes, isWrong: Test): Promise<Tapes> {
  let best = start;
  const until = performance.now() + LONGEST;
  for (let round = 0; round < 40 && performance.now() < until; round++) {
    const candidates = [...fewerStatements(best), ...shorterTapes(best)];
    const wrong = await isWrong(candidates);
    const next = candidates.find((_, i) => wrong[i]);
    if (next === undefined) return best;
    best = next;
  }
  return best;
}

function fewerStatements(tapes: Tapes): Tapes[] {
  const half = Math.ceil(tapes.length / 2);
  const halves = tapes.length > 3 ? [tapes.slice(0, half), tapes.slice(half)] : [];
  const each = tapes.length > 1 ? tapes.map((_, i) => tapes.filter((__, j) => j !== i)) : [];
  return [...halves, ...each];
}

function shorterTapes(tapes: Tapes): Tapes[] {
  return tapes.flatMap((tape, at) => {
    const others = (made: readonly number[]): Tapes => tapes.map((old, i) => (i === at ? made : old));
    const cut = [1 / 4, 1 / 2, 3 / 4, 7 / 8].map((part) => tape.slice(0, Math.floor(tape.length * part)));
    const last = tape.slice(0, -1);
    const zeros = [0, 1, 2, 3].map((part) => {
      const [from, to] = [Math.floor((tape.length * part) / 4), Math.floor((tape.length * (part + 1)) / 4)];
      return tape.map((number, i) => (i >= from && i < to ? 0 : number));
    });
    return [...cut, last, ...zeros]
      .filter((made) => made.length >= 2 && JSON.stringify(made) !== JSON.stringify(tape))
      .map(others);
  });
}
