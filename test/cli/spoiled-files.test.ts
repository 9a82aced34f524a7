import { expect, it } from "vitest";
import { builtBin } from "./run-bin.ts";
import { folderWith } from "./run-main.ts";
import { spoiledFixtures } from "./spoil.ts";
import { runSpoiled } from "./spoiled-run.ts";

const runBin = builtBin();

// More of them, and others: npm run soak:files.
it("a folder of damaged files is read, reported and written, whatever is in it", { timeout: 300_000 }, async () => {
  const files = spoiledFixtures(1, (path) => !path.includes("/semantics/"));
  const { report, faults } = await runSpoiled(runBin, await folderWith({}), files);
  expect(faults).toEqual([]);
  // Enough of each kind for that to mean something.
  const { totals } = report!;
  expect(totals.files).toBeGreaterThan(60);
  expect(Math.min(totals.complete, totals.partial, totals.failed)).toBeGreaterThan(3);
});
