import { afterAll, expect, test } from "vitest";
import { findPython } from "../../../src/verify/find-python.ts";
import { judge } from "../judge.ts";
import { openNode, openPython } from "../run/sides.ts";
import { Lanes } from "./Lanes.ts";
import { fixedHttpPrograms, httpRecording } from "./recording.ts";

const programs = fixedHttpPrograms();
const recorded = httpRecording.answers(programs);
const found = await findPython();
const python = found && (await Lanes.open((variables) => openPython(found, variables)));
const node = await Lanes.open(openNode);

afterAll(() => {
  python?.end();
  node.end();
});

test("the recordings are of the programs that the generator makes: else run `npm run fuzz:http -- --record`", () => {
  expect(programs.filter((_, i) => recorded[i] === null)).toEqual([]);
});

test("clients and servers at random do what CPython 2.7 did, or are reported", { timeout: 240_000 }, async () => {
  const byProgram = new Map(programs.map((program, i) => [program, recorded[i] ?? { lost: "not recorded" }]));
  const sides = {
    python: (some: readonly string[]) => Promise.resolve(some.map((program) => byProgram.get(program)!)),
    node: (modules: readonly string[]) => node.run(modules),
  };
  const wrong = async (some: readonly string[]) =>
    (await judge(some, sides)).filter(({ verdict: { kind } }) => kind === "different" || kind === "crashed");
  // What a busy machine may have changed is run again.
  const again = await wrong((await wrong(programs)).map(({ program }) => program));
  expect(again.map(({ program, verdict }) => ({ program, verdict }))).toEqual([]);
});

if (python !== null) {
  test("CPython 2.7 still does with them what is recorded", { timeout: 120_000 }, async () => {
    const stale = async (some: readonly string[]) => {
      const answers = await python.run(some);
      const before = httpRecording.answers(some);
      return some.filter((_, i) => JSON.stringify(answers[i]) !== JSON.stringify(before[i]));
    };
    expect(await stale(await stale(programs))).toEqual([]);
  });
}
