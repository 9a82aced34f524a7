// Many requests with faults at random, and what they leave behind:  npm run soak:http -- [--requests N] [--seed N]
// Prints requests, outcomes, open sockets, unhandled rejections and memory; exits 1 if anything is left or memory grows.
import { parseArgs } from "node:util";
import { soak } from "../test/runtime/http/soak.ts";

const { values } = parseArgs({
  options: { requests: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } },
});
const started = performance.now();
const result = await soak(Number(values.requests), Number(values.seed));
const seconds = Math.round((performance.now() - started) / 100) / 10;
for (const [outcome, count] of [...result.outcomes].toSorted((a, b) => b[1] - a[1])) {
  console.log(`${String(count).padStart(7)}  ${outcome}`);
}
console.log(
  `Node ${process.versions.node}: ${values.requests} requests in ${seconds} s: ${result.open} sockets open, ` +
    `${result.unhandled} unhandled rejections, heap ${result.heap.map((size) => `${size} MB`).join(" → ")}`,
);
process.exitCode = result.flat && result.open === 0 && result.unhandled === 0 ? 0 : 1;
