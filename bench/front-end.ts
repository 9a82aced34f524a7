import type { PythonParser } from "../src/python/parser.ts";
import type { Source } from "../src/python/source.ts";
import { parseModule } from "./compiled.ts";
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

/** Microseconds a line that one file takes, from text to our tree, at each length in lines: it is `source` over and over. */
export async function timeGrowth(
  source: Source,
  lengths: readonly number[],
  parser: PythonParser,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const length of lengths) {
    const text = source.text.repeat(Math.ceil(length / (source.lineStarts.length - 1)));
    const lines = text.split("\n").length - 1;
    // Short files often, so that all are timed over as many lines.
    const runs = Math.ceil(400_000 / lines);
    let fastest = Infinity;
    for (let round = 0; round < 3; round++) {
      const before = process.cpuUsage();
      for (let run = 0; run < runs; run++) {
        parseModule({ ...source, text, lineStarts: [] }, parser);
        await nextTurn();
      }
      const { user, system } = process.cpuUsage(before);
      fastest = Math.min(fastest, (user + system) / (runs * lines));
    }
    times.push(fastest);
  }
  return times;
}
