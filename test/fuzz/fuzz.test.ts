import { afterAll, expect, test } from "vitest";
import { findPython } from "../../src/verify/find-python.ts";
import { judge } from "./judge.ts";
import { fixedPrograms, fixedRecording } from "./recording.ts";
import { openNode, openPython } from "./run/sides.ts";
import { Tally } from "./tally.ts";

const programs = fixedPrograms();
const recorded = fixedRecording.answers(programs);
const found = await findPython();
const python = found && openPython(found);
const node = openNode();

afterAll(() => {
  python?.end();
  node.end();
});

test("the recordings are of the programs that the generator makes: else run `npm run fuzz -- --record`", () => {
  expect(recorded.filter((answer) => answer === null)).toEqual([]);
});

test("random programs do what CPython 2.7 did with them, or are reported", { timeout: 240_000 }, async () => {
  const byProgram = new Map(programs.map((program, i) => [program, recorded[i] ?? { lost: "not recorded" }]));
  const judged = await judge(programs, {
    python: (some) => Promise.resolve(some.map((program) => byProgram.get(program) ?? { lost: "not recorded" })),
    node: (modules) => node.run(modules),
  });
  const tally = new Tally();
  for (const one of judged) tally.add(one, "");
  console.log(
    `random programs, against ${python === null ? "recordings" : "recordings and CPython"}: ${tally.summary()}`,
  );
  const wrong = judged.filter(({ verdict }) => verdict.kind === "different" || verdict.kind === "crashed");
  expect(wrong.map(({ program, verdict }) => ({ program, verdict }))).toEqual([]);
  // A generator whose programs are mostly refused would show nothing.
  expect(tally.kinds.get("equal")).toBeGreaterThan(programs.length / 4);
});

if (python !== null) {
  test("CPython 2.7 still does with them what is recorded", { timeout: 120_000 }, async () => {
    expect(await python.run(programs)).toEqual(recorded);
  });
}
