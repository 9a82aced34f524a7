import { afterAll, expect, test } from "vitest";
import { findPython } from "../../../src/verify/find-python.ts";
import { judge } from "../judge.ts";
import { openNode, openPython } from "../run/sides.ts";
import { slice, sliceRecording } from "./recording.ts";

const programs = slice().map(({ text }) => text);
const recorded = sliceRecording.answers(programs);
const found = await findPython();
const python = found && openPython(found);
const node = openNode();

afterAll(() => {
  python?.end();
  node.end();
});

test("the recordings are of the battery's programs: else run `npm run battery -- --record`", () => {
  expect(programs.filter((_, i) => recorded[i] === null)).toEqual([]);
});

test("a slice of the battery does what CPython 2.7 did with it, or is reported", { timeout: 120_000 }, async () => {
  const byProgram = new Map(programs.map((program, i) => [program, recorded[i] ?? { lost: "not recorded" }]));
  const judged = await judge(programs, {
    python: (some) => Promise.resolve(some.map((program) => byProgram.get(program)!)),
    node: (modules) => node.run(modules),
  });
  const wrong = judged.filter(({ verdict }) => verdict.kind === "different" || verdict.kind === "crashed");
  expect(wrong.map(({ program, verdict }) => ({ program, verdict }))).toEqual([]);
});

if (python !== null) {
  test("CPython 2.7 still does with it what is recorded", { timeout: 60_000 }, async () => {
    expect(await python.run(programs)).toEqual(recorded);
  });
}
