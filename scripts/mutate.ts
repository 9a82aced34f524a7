// Makes entries of the library wrong on purpose, one at a time, and shows which program of fixtures/semantics notices:
//   npm run mutate -- --entries 50 --seed 1     a sample;  --all: every entry;  --named PART [--named …]: those whose name has it
//   npm run mutate -- --unused                    the entries that no program of fixtures/semantics uses
import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { openNode, runApart } from "../test/fuzz/run/sides.ts";
import { Mutations } from "../test/mutation/mutate.ts";

const { values } = parseArgs({
  options: {
    entries: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    all: { type: "boolean", default: false },
    named: { type: "string", multiple: true },
    unused: { type: "boolean", default: false },
  },
});
if (values.unused) {
  const unused = await Mutations.unused();
  console.log(unused.join("\n"));
  console.log(`\n${unused.length} entries that no program uses`);
  process.exit(unused.length === 0 ? 0 : 1);
}
const node = openNode();
const mutations = await Mutations.open({ together: (modules) => node.run(modules), apart: runApart });
const { entries } = mutations;
const sampled = (): typeof entries => {
  const order = fc.sample(fc.shuffledSubarray([...entries], { minLength: entries.length }), {
    numRuns: 1,
    seed: Number(values.seed),
  })[0]!;
  return order.slice(0, Number(values.entries));
};
const chosen =
  values.named === undefined
    ? values.all
      ? entries
      : sampled()
    : entries.filter((e) => values.named!.some((part) => e.name.includes(part)));
let killed = 0;
for (const entry of chosen) {
  const { name, killedBy, covering } = await mutations.kill(entry);
  if (killedBy !== null) killed++;
  console.log(
    killedBy === null
      ? `SURVIVED  ${name}: ${covering === 0 ? "no program uses it" : `unnoticed by ${covering} programs`}`
      : `killed    ${name} by ${killedBy}`,
  );
}
node.end();
console.log(`\n${killed} of ${chosen.length} mutants killed, of ${entries.length} entries`);
process.exitCode = killed === chosen.length ? 0 : 1;
