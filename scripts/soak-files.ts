// Sends damaged files through the built command line, whole folders at a time:  npm run soak:files -- [--rounds N] [--seed N]
// A round is all fixtures, most of them damaged at random. Prints what became of them, and what must not have been; exits 1 if anything.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { spawnBin } from "../test/cli/spawn-bin.ts";
import { spoiledFixtures } from "../test/cli/spoil.ts";
import { runSpoiled } from "../test/cli/spoiled-run.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "15" }, seed: { type: "string", default: "2" } },
});
const runBin = spawnBin(fileURLToPath(new URL("../dist/src/cli/bin.js", import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), "soak-files-"));
const sums = { files: 0, complete: 0, partial: 0, skipped: 0, failed: 0 };
let faults = 0;
for (let round = 0; round < Number(values.rounds); round++) {
  const seed = Number(values.seed) + round;
  const run = await runSpoiled(runBin, folder, spoiledFixtures(seed));
  for (const fault of run.faults) console.log(`seed ${seed}: ${fault}`);
  faults += run.faults.length;
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += run.report?.totals[name] ?? 0;
}
await rm(folder, { recursive: true });
const { files, complete, partial, skipped, failed } = sums;
console.log(
  `${files} files, previewed and written: ${complete} complete, ${partial} partial, ${skipped} skipped, ${failed} failed; ${faults} faults`,
);
process.exitCode = faults > 0 ? 1 : 0;
