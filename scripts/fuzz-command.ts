import process from "node:process";
import { parseArgs } from "node:util";
import { describeFound } from "../test/fuzz/describe-found.ts";
import { fuzz, type Programs } from "../test/fuzz/fuzz.ts";
import type { Recording } from "../test/fuzz/recording.ts";
import type { Answer } from "../test/fuzz/run/outcome.ts";
import type { Python } from "../src/verify/find-python.ts";
import { requirePython } from "./require-python.ts";

/** One side: it runs programs until it is ended. */
interface Side {
  run(texts: readonly string[]): Promise<readonly Answer[]>;
  end(): void;
}

/** Random programs of one kind. */
export interface FuzzKind {
  readonly programs: Programs;
  /** The programs of the test suite, and the file of what CPython did with them. */
  readonly fixed: () => readonly string[];
  readonly recording: Recording;
  readonly python: (python: Python) => Side | Promise<Side>;
  readonly node: () => Side | Promise<Side>;
  /** How many of each 200 programs are type-checked, unless the command says it. */
  readonly typed: number;
  /** Whether time matters to the programs. */
  readonly unsteady: boolean;
}

/**
 * The command `--runs N --seed S [--typed N] [--most N]`: runs random programs on both sides and tells of those that differ, with exit status
 * 1 where there are any. `--typed N` type-checks N programs of each 200, `--most N` ends after N that differ (default 10). `--record` writes
 * down what CPython does with the programs of the test suite instead.
 */
export async function fuzzCommand(kind: FuzzKind): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      typed: { type: "string", default: String(kind.typed) },
      most: { type: "string", default: "10" },
      record: { type: "boolean", default: false },
    },
  });
  const python = await kind.python(await requirePython());
  if (values.record) {
    const fixed = kind.fixed();
    kind.recording.write(fixed, await python.run(fixed));
    python.end();
    console.log(`${fixed.length} programs recorded`);
    return;
  }
  const node = await kind.node();
  const started = performance.now();
  const tally = await fuzz(
    {
      programs: kind.programs,
      runs: Number(values.runs),
      seed: Number(values.seed),
      typed: Number(values.typed),
      most: Number(values.most),
      unsteady: kind.unsteady,
      onFound: (found) => console.log(describeFound(found)),
    },
    { python: (texts) => python.run(texts), node: (texts) => node.run(texts) },
  );
  python.end();
  node.end();
  console.log(tally.text());
  console.log(`\n${((performance.now() - started) / tally.runs).toFixed(1)} ms a program`);
  if ((tally.kinds.get("different") ?? 0) + (tally.kinds.get("crashed") ?? 0) + tally.illTyped > 0)
    process.exitCode = 1;
}
