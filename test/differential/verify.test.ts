import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../src/verify/case.ts";
import { Gate } from "../../src/verify/gate.ts";
import type { Observation } from "../../src/verify/observation.ts";
import { observe } from "../../src/verify/observe.ts";
import { typescriptProgram } from "../../src/verify/typescript-program.ts";
import { untilMark, verify } from "../../src/verify/verify.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-"));
afterAll(() => rmSync(folder, { recursive: true }));

const scenario: Case = {
  title: "two requests with a pause, a file, and an end by an exception",
  script: "job.py",
  argv: ["{base}/list"],
  env: { TOKEN: "t:{port}" },
  stdin: "from {base}",
  files: { "old.txt": "old", "sub/kept.txt": "kept" },
  replies: [{ status: "503 Busy" }, { body: "café\n" }],
};

/** Does all that can be observed. */
const JOB = `
import { readFileSync, rmSync, writeFileSync } from "node:fs";
const [, self, url] = process.argv;
const get = () => fetch(url, { headers: { Connection: "close", "X-Token": process.env.TOKEN ?? "" } });
const first = await get();
await new Promise((resolve) => setTimeout(resolve, 1000));
const second = await get();
writeFileSync("out.bin", await second.text());
rmSync("old.txt");
console.log(first.status, readFileSync(0, "utf8"), self, url, process.cwd(), process.env.LANG, process.env.http_proxy);
console.error("careful");
const error = new Error("first line\\nsecond line");
error.name = "socket.error";
error.stack = error.stack?.replace(/^Error/, "socket.error");
throw error;
`;

function program(text: string) {
  const script = join(mkdtempSync(join(folder, "case-")), "job.mjs");
  writeFileSync(script, text);
  return typescriptProgram(script, null);
}

let expected: Observation;
beforeAll(async () => {
  expected = (await observe(program(JOB), scenario)).observation;
});

test("everything a program does to the outside is seen, with ports and folders taken out", () => {
  const { requests, gaps, ...rest } = expected;
  expect(rest).toEqual({
    stdout: "503 from http://127.0.0.1:{port} {script} http://127.0.0.1:{port}/list {cwd} undefined undefined\n",
    stderr: "careful\n",
    exception: "socket.error: first line",
    exit: 1,
    files: { "old.txt": null, "out.bin": "café\n" },
  });
  expect(requests.map(({ method, target }) => `${method} ${target}`)).toEqual(["GET /list", "GET /list"]);
  expect(requests[0]?.headers["host"]).toBe("127.0.0.1:{port}");
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toBeGreaterThanOrEqual(995);
});

describe("a translation that", () => {
  const edits: [what: string, from: string | RegExp, to: string, aspect: string][] = [
    ["does the same", "", "", ""],
    ["does not wait", "1000", "0", "gaps"],
    ["waits twice as long", "1000", "2000", "gaps"],
    ["asks once more", "const second", "await get();\nconst second", "requests,files"],
    ["asks for something else", "fetch(url,", 'fetch(url + "?a",', "requests"],
    ["forgets a header", ', "X-Token": process.env.TOKEN ?? ""', "", "requests"],
    ["prints nothing", /console\.log.*/, "", "stdout"],
    ["says nothing", /console\.error.*/, "", "stderr"],
    ["throws something else", /"socket.error"/g, '"socket.timeout"', "exception"],
    ["ends well", "throw error", "", "exception,exit"],
    ["ends otherwise", "throw error", "process.exit(4)", "exception,exit"],
    ["writes other bytes", "await second.text()", '"cafe\\n"', "files"],
    ["leaves a file", 'rmSync("old.txt")', "", "files"],
    ["does not compile", "const first", "const const first", "requests,stdout,stderr,exception,files"],
  ];
  const gate = new Gate(2);
  test.concurrent.for(edits)("%s", { timeout: 60_000 }, async ([, from, to, aspects]) => {
    const text = JOB.replace(from, to).replace(/error\.stack = .*/, (line) =>
      JOB.replace(from, to).includes('"socket.timeout"') ? line.replace('"socket.error"', '"socket.timeout"') : line,
    );
    const differences = await verify(program(text), scenario, expected, gate);
    expect([...new Set(differences.map(({ aspect }) => aspect))].join()).toBe(aspects);
  });
});

describe("a mark", () => {
  const UNTIL = `
console.log("before");
class UntranslatedError extends Error {
  name = "UntranslatedError";
}
throw new UntranslatedError("U0101: not translated from Python: ftp(x)");
`;
  const mark = { line: 7, requests: 0, stdout: "before\n" };
  const marked: Case = { title: "", script: "job.py", stopsAtMark: mark };
  const recording = () => ({ ...expected, stderr: "", stdout: "before\nafter\n" });

  test("ends a translation where Python went on", async () => {
    const wanted = untilMark(recording(), mark, "U0101");
    expect(await verify(program(UNTIL), marked, wanted, new Gate(1))).toEqual([]);
  });

  test("is not any other mark, nor reached late or never", async () => {
    const aspects = async (text: string, code: string) =>
      (await verify(program(text), marked, untilMark(recording(), mark, code), new Gate(1))).map(
        ({ aspect }) => aspect,
      );
    expect(await aspects(UNTIL, "U0102")).toEqual(["exception"]);
    expect(await aspects(UNTIL.replace("throw", 'console.log("after");\nthrow'), "U0101")).toEqual(["stdout"]);
    expect(await aspects('console.log("before")', "U0101")).toEqual(["exception", "exit"]);
  });
});
