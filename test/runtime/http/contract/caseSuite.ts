import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Case } from "../cases/Case.ts";
import { cases } from "../cases/cases.ts";
import { startListeners } from "../listeners.ts";
import type { Listeners } from "../listeners.ts";
import { playCase } from "../playCase.ts";
import { runCase } from "../runCase.ts";
import { PythonLines } from "./PythonLines.ts";
import { readRecording, writeRecording } from "./recordings.ts";
import type { Player, Row, Suite } from "./Suite.ts";

interface CaseRow extends Row {
  readonly case_: Case;
}

const rows = Object.entries(cases).flatMap(([section, list]) =>
  list.map((case_): CaseRow => {
    const { race = false } = case_;
    return { section, key: `${section}: ${JSON.stringify(case_)}`, race, case_ };
  }),
);

/** One request each, and how its answer reads. */
export const caseSuite: Suite = {
  name: "requests",
  rows,
  recorded: readRecording("cases"),
  runtime: () => player(playCase, nothingLeft),
  async python(python) {
    const probe = new PythonLines(python, "probe.py");
    return player(
      (case_) => probe.ask(case_),
      () => probe.close(),
    );
  },
  record: (outcomes) => writeRecording("cases", outcomes),
};

async function player(
  play: (case_: Case) => Promise<object>,
  end: (listeners: Listeners) => Promise<void>,
): Promise<Player> {
  const listeners = await startListeners();
  return {
    play: (row) => runCase(listeners, (row as CaseRow).case_, play),
    async close() {
      await end(listeners);
      await listeners.close();
    },
  };
}

/** Every case is over: hanging ones by their timeout, the rest by their end. So the runtime must have closed what it opened. */
async function nothingLeft(listeners: Listeners): Promise<void> {
  // What nobody refers to any more is closed when it is collected.
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  for (let waited = 0; listeners.open > 0 && waited < 5000; waited += 50) await sleep(50);
  if (listeners.open > 0) throw new Error(`${listeners.open} connections are still open`);
}
