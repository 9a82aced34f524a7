import type { PythonParser } from "../src/python/parser.ts";
import type { Source } from "../src/python/source.ts";
import { lineStartsOf, parseModule } from "./compiled.ts";
import { linesOf } from "./sources.ts";
import { cpuTimes, nextTurn } from "./timing.ts";

/** tree-sitter is compiled ahead; our code is compiled by and by, and well after so many lines. */
const WARM_UP_LINES = 150_000;

export interface FrontEndTimes {
  /** Milliseconds of tree-sitter alone on the text as it is: the yardstick. */
  readonly bare: number;
  /** Milliseconds from text to our tree. */
  readonly lowered: number;
}

/** The times of each parser. All take turns: how they compare does not depend on what else the machine did meanwhile. */
export async function timeFrontEnd(
  sources: readonly Source[],
  parsers: readonly PythonParser[],
): Promise<readonly FrontEndTimes[]> {
  const work = parsers.flatMap((parser) => [
    [`${parser.name} bare`, () => sources.forEach(({ text }) => parser.parse(text).free())] as const,
    [`${parser.name} lowered`, () => sources.forEach((source) => parseModule(source, parser))] as const,
  ]);
  const times = await cpuTimes(Object.fromEntries(work), Math.ceil(WARM_UP_LINES / linesOf(sources)));
  return parsers.map(({ name }) => ({ bare: times[`${name} bare`]!, lowered: times[`${name} lowered`]! }));
}

/**
 * Microseconds a line that one file takes at each length in lines: it is `source` over and over. The lengths take turns, as the parsers do
 * above. A tree that outgrows the memory of young objects is copied twice by the garbage collector, and one that outgrows the
 * processor's caches is read from afar: tree-sitter alone shows how much of that is the machine's.
 */
export async function timeGrowth(
  source: Source,
  lengths: readonly number[],
  parser: PythonParser,
): Promise<readonly FrontEndTimes[]> {
  const files = lengths.map((length) => {
    const text = source.text.repeat(Math.ceil(length / (source.lineStarts.length - 1)));
    return { ...source, text, lineStarts: lineStartsOf(text) };
  });
  const fastest = lengths.map(() => ({ bare: Infinity, lowered: Infinity }));
  for (let round = 0; round < 5; round++) {
    for (const [at, file] of files.entries()) {
      const lines = linesOf([file]);
      // Short files often, so that all are timed over as many lines.
      const runs = Math.ceil(lengths.at(-1)! / lines);
      const perLine = async (work: () => unknown): Promise<number> => {
        const before = process.cpuUsage();
        for (let run = 0; run < runs; run++) {
          work();
          await nextTurn();
        }
        const { user, system } = process.cpuUsage(before);
        return (user + system) / (runs * lines);
      };
      const each = fastest[at]!;
      each.bare = Math.min(each.bare, await perLine(() => parser.parse(file.text).free()));
      each.lowered = Math.min(each.lowered, await perLine(() => parseModule(file, parser)));
    }
  }
  return fastest;
}
