import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished, expect, test } from "vitest";
import type { Engine } from "../../src/migrate/engine.ts";
import { workerPool } from "../../src/migrate/worker-pool.ts";
import { fakeEngine } from "./fake-engine.ts";
import { folderWith, runMain } from "./run-main.ts";

/** A worker that upper-cases each file, slower for some, and dies in the ways that a real one might. */
const worker = `
import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", async ({ inputs }) => {
  const texts = inputs.map((input) => Buffer.from(input.bytes).toString());
  if (texts.some((text) => text.includes("EXIT"))) process.exit(7);
  if (texts.some((text) => text.includes("REJECT"))) return parentPort.postMessage({ error: { name: "TypeError", message: "rejected" } });
  if (texts.some((text) => text.includes("THROW"))) throw new Error("thrown");
  await new Promise((resume) => setTimeout(resume, texts[0].length % 7));
  parentPort.postMessage({
    results: inputs.map(({ path, output }, index) => ({
      status: "complete", path, output, text: texts[index].toUpperCase(), diagnostics: [], lineMap: [], runtime: {},
      helperCalls: 0, python: texts[index], retries: [],
    })),
  });
});
`;

async function engineWithThreads(): Promise<{ engine: Engine; jobsSeen: (number | undefined)[] }> {
  const folder = await folderWith({ "worker.mjs": worker });
  const jobsSeen: (number | undefined)[] = [];
  return {
    jobsSeen,
    engine: {
      ...fakeEngine,
      async open(_, jobs) {
        jobsSeen.push(jobs);
        const pool = workerPool(jobs ?? 1, pathToFileURL(join(folder, "worker.mjs")));
        return { ...pool, jobs: jobs ?? 1 };
      },
    },
  };
}

test("the report is the same, byte for byte, for any number of threads", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `f${index}.py`,
      `import urllib2, f${index % 5 === 0 ? index + 1 : "x"}\n# ${"x".repeat(index * 3)}\n`,
    ]),
  );
  const cwd = await folderWith({ ...files, "bad.py": "import urllib2\nEXIT\n" });
  const { engine, jobsSeen } = await engineWithThreads();
  const reports = [];
  for (const jobs of ["1", "2", "7"]) {
    const { stdout, stderr } = await runMain(cwd, [".", "--jobs", jobs, "--report", "json"], { engine });
    expect(stderr).toContain("25 = 24 complete + 0 partial + 0 skipped + 1 failed");
    const { stdout: diff } = await runMain(cwd, [".", "--jobs", jobs], { engine });
    reports.push(stdout + diff);
  }
  expect(jobsSeen).toEqual([1, 1, 2, 2, 7, 7]);
  expect(new Set(reports).size).toBe(1);
});

test.each([
  ["exits", "EXIT", "internal error: Error: the translation thread ended with code 7"],
  ["throws outside a reply", "THROW", "internal error: Error: thrown"],
  ["answers with an error", "REJECT", "internal error: TypeError: rejected"],
])("a thread that %s costs its file, not the files that import it", async (_, word, reason) => {
  const cwd = await folderWith({
    "a.py": "import urllib2\nimport bad\n",
    "bad.py": `${word}\n`,
    "c.py": "import urllib2\n",
  });
  const { engine } = await engineWithThreads();
  const { stdout, exitCode } = await runMain(cwd, [".", "--jobs", "2"], { engine });
  expect(stdout).toContain(`bad.py  ${reason}`);
  expect(stdout).toContain("3 = 2 complete + 0 partial + 0 skipped + 1 failed");
  expect(exitCode).toBe(3);
});

test("at most so many threads run at once, and closing ends them", async () => {
  const folder = await folderWith({
    "worker.mjs": `
      import { parentPort, threadId } from "node:worker_threads";
      parentPort.on("message", () => setTimeout(() => parentPort.postMessage({ results: [{ path: String(threadId) }] }), 5));
    `,
  });
  const pool = workerPool(3, pathToFileURL(join(folder, "worker.mjs")));
  onTestFinished(() => pool.close());
  const calls = await Promise.all(Array.from({ length: 12 }, () => pool.translator([], {})));
  expect(new Set(calls.flat().map((result) => result.path)).size).toBe(3);
});
