import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { exitStatus } from "../../../src/runtime/python/process/exitStatus.ts";
import { sleep } from "../../../src/runtime/python/process/sleep.ts";
import { toByteString } from "../../../src/runtime/python/text/toByteString.ts";
import { recorded } from "./decode.ts";

const folder = mkdtempSync(join(tmpdir(), "process-"));
afterAll(() => rmSync(folder, { recursive: true }));
const runtime = fileURLToPath(new URL("../../../src/runtime/python/", import.meta.url));
const tsx = import.meta.resolve("tsx");

const header = `
import { exit } from "${runtime}process/exit.ts";
import { ValueError } from "${runtime}exceptions/ValueError.ts";
// As comes along with exceptions that a program makes.
import "${runtime}repr/reprArguments.ts";
import { printLine } from "${runtime}output/printLine.ts";
import { printSoft } from "${runtime}output/printSoft.ts";
import { writeStdout } from "${runtime}output/writeStdout.ts";
import { isMain } from "${runtime}process/isMain.ts";
export {};
`;

function run(program: string, shell = ""): { status: number | null; stdout: string; stderr: string } {
  const file = join(folder, "program.mts");
  writeFileSync(file, header + program);
  const command = `"${process.execPath}" --import "${tsx}" "${file}" ${shell}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `set -o pipefail; ${command}`], { encoding: "latin1" });
  return { status, stdout, stderr };
}

test.each([
  ["at the top", "exit(3);", 3, ""],
  ["in a rejected top-level await", "await (async () => exit(-1))();", 255, ""],
  ["in a timer", "setTimeout(() => exit('bye'), 1); await new Promise(() => {});", 1, "bye\n"],
  ["in a promise that nobody awaits", "void (async () => exit(true))();", 1, ""],
])("SystemExit %s ends the process", (_, program, status, stderr) => {
  expect(run(program)).toEqual({ status, stdout: "", stderr });
});

test("any other error is reported by Node", () => {
  const { status, stderr } = run("throw new ValueError('x', 1);");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ValueError: \('x', 1\)\n {4}at .*program\.mts/m);
});

test("what was printed before reaches a slow pipe", () => {
  const result = run("console.log('x'.repeat(1_000_000)); exit(9);", "| (sleep 0.3; wc -c)");
  expect(result).toEqual({ status: 9, stdout: expect.stringMatching(/^\s*1000001\n$/), stderr: "" });
});

test("print with and without a comma at its end writes what CPython does", () => {
  const names: Readonly<Record<string, string>> = { line: "printLine", soft: "printSoft" };
  for (const { steps, output } of recorded<{ steps: [kind: string, items: string[]][]; output: string }>("prints")) {
    const program = steps.flatMap(([kind, items]) =>
      kind === "write"
        ? items.map((item) => `writeStdout(${JSON.stringify(item)});`)
        : [`${names[kind]}(${items.map((item) => JSON.stringify(item)).join(", ")});`],
    );
    expect(run(program.join("\n")).stdout, program.join(" ")).toBe(toByteString(output));
  }
});

test("the started module knows that it is", () => {
  expect(run("console.log(isMain(import.meta.url), isMain('file:///other.ts'));").stdout).toBe("true false\n");
});

test.each([
  [null, 0, null],
  [0, 0, null],
  [256, 0, null],
  [-1, 255, null],
  [true, 1, null],
  [5n, 5, null],
  [2n ** 64n, 1, "18446744073709551616"],
  [2.5, 1, "2.5"],
  ["msg", 1, "msg"],
  [[1, "a"], 1, "[1, 'a']"],
])("exit(%s)", (code, status, message) => {
  expect(exitStatus(code)).toEqual({ status, message });
});

test("sleep never ends early, and refuses a negative time", async () => {
  for (const seconds of [0, 0.001, 0.0155, 0.02]) {
    const start = performance.now();
    await sleep(seconds);
    expect(performance.now() - start).toBeGreaterThanOrEqual(seconds * 1000);
  }
  await expect(sleep(-1)).rejects.toThrow("[Errno 22] Invalid argument");
});
