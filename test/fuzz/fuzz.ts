import fc from "fast-check";
import { checkTypes } from "./check-types.ts";
import type { Tapes } from "./generate/program.ts";
import { reduce } from "./reduce.ts";
import { type Judged, judge, type Sides } from "./judge.ts";
import { Tally } from "./tally.ts";

/** Makes programs. */
export interface Programs {
  readonly tapes: fc.Arbitrary<Tapes>;
  /** The program that the tapes choose. */
  programOf(tapes: Tapes): string;
}

export interface FuzzOptions {
  readonly programs: Programs;
  readonly runs: number;
  readonly seed: number;
  /** How many of a batch are type-checked. */
  readonly typed: number;
  /** After so many differing programs it ends. */
  readonly most: number;
  /** Whether time matters to the programs: what differs is run again, alone. */
  readonly unsteady?: boolean;
  readonly onFound: (found: Found) => void;
}

/** A program that is wrong, made as small as it gets. */
export interface Found {
  readonly kind: string;
  readonly judged: Judged;
  /** What the compiler says, where that is what is wrong. */
  readonly types: string;
}

const BATCH = 200;

/** Milliseconds to make one program smaller. */
const SHRINKING = 6_000;

/** Runs random programs on both sides. The same seed gives the same programs. */
export async function fuzz(options: FuzzOptions, sides: Sides): Promise<Tally> {
  const { tapes, programOf } = options.programs;
  const tally = new Tally();
  let found = 0;
  for (let start = 0; start < options.runs && found < options.most; start += BATCH) {
    const count = Math.min(BATCH, options.runs - start);
    const made = fc.sample(tapes, { numRuns: count, seed: options.seed * 1_000_003 + start });
    const judged = await judge(made.map(programOf), sides);
    // One that ended its process, or took too long beside others, is asked again; so is all that a busy machine may have changed.
    for (const [i, one] of judged.entries())
      if (one.verdict.kind === "different" && (options.unsteady === true || "lost" in one.verdict.difference.node))
        judged[i] = (await judge([programOf(made[i]!)], sides))[0]!;
    const typed = judged
      .map((one, i) => ({ one, i }))
      .filter(({ one }) => one.text !== null)
      .slice(0, options.typed);
    const types = typed.length === 0 ? [] : await checkTypes(typed.map(({ one }) => one));
    const wrong = new Map(typed.map(({ i }, at) => [i, types[at] ?? ""]));
    for (const [i, one] of judged.entries()) {
      const said = wrong.get(i) ?? "";
      tally.add(one, said);
      const kind = isWrong(one) ? one.verdict.kind : said === "" ? null : "types";
      if (kind === null || !tally.isNew(one, said) || ++found > options.most) continue;
      options.onFound(await shrunk(made[i]!, one, kind, options, sides));
    }
  }
  return tally;
}

const isWrong = ({ verdict }: Judged): boolean => verdict.kind === "different" || verdict.kind === "crashed";

/** The same fault in as small a program as is found: roughly first, many candidates at a time, then by fast-check's own shrinking. */
async function shrunk(
  example: Tapes,
  whole: Judged,
  kind: string,
  { programs: { tapes, programOf }, seed }: FuzzOptions,
  sides: Sides,
): Promise<Found> {
  let last: Found | null = null;
  const wrong = async (candidates: readonly Tapes[]): Promise<readonly boolean[]> => {
    const judged = await judge(candidates.map(programOf), sides);
    const types = kind === "types" ? await checkTypes(judged) : [];
    const holds = judged.map(({ text, verdict }, i) =>
      kind === "types" ? text !== null && types[i] !== "" : verdict.kind === kind,
    );
    const at = holds.indexOf(true);
    if (at >= 0) last = { kind, judged: judged[at]!, types: types[at] ?? "" };
    return holds;
  };
  const start = await reduce(example, wrong);
  let running: Promise<readonly boolean[]> = Promise.resolve([]);
  const property = fc.asyncProperty(tapes, async (value) => {
    running = wrong([value]);
    return !(await running)[0];
  });
  const examples: [number[][]][] = [[start as number[][]]];
  await fc.check(property, { examples, numRuns: 1, seed, interruptAfterTimeLimit: SHRINKING });
  // When the time is up a program may still be running.
  await running;
  // One that differs among others and not by itself shows that something is shared between programs.
  return last ?? { kind: `${kind}, but not by itself`, judged: whole, types: "" };
}
