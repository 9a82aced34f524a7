import { expect, test } from "vitest";
import { folderWith, runMain } from "./run-main.ts";

const catalogue = {
  U0101: {
    title: "ProxyHandler",
    meaning: "fetch has no proxy option.",
    remedy: "pass a dispatcher",
    example: "a = 1",
  },
  U0102: { title: "CookieJar", meaning: "m", remedy: "r" },
  H0001: { title: "no timeout", meaning: "m", remedy: "r" },
};

const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["an unknown flag", ["--wirte"], /^error: unknown option '--wirte'\n\(Did you mean --write\?\)\n$/],
  ["a path that does not exist", ["nowhere"], /^error: path 'nowhere' does not exist\n$/],
  ["an output folder that is a file", ["--out-dir", "a.py"], /^error: output folder 'a.py' is a file\n$/],
  ["an empty path", ["", "--write"], /^error: a path is empty\n$/],
  ["an output folder without a name", ["--out-dir", ""], /^error: the name of the output folder is empty\n$/],
  ["a folder without Python", ["empty"], /^error: no Python files under 'empty'\n$/],
  [
    "a number that is none",
    ["--jobs", "many"],
    /^error: option '--jobs <n>' argument 'many' is invalid\. .*whole number.*\n$/,
  ],
  ["no jobs", ["--jobs", "0"], /at least 1/],
  ["a negative limit", ["--max-untranslated=-1"], /whole number/],
  ["an unknown format", ["--report", "jsn"], /text, json, patch.*Did you mean json\?/],
  ["a format without its file", ["--report", "json="], /file name/],
  ["an unknown diff", ["--diff", "pared"], /unified, paired, none/],
  [
    "a runtime that there is not",
    ["--runtime", "inline"],
    /'--runtime <source>'.*Allowed choices are vendor, package\.\n$/,
  ],
  ["two reports for one stream", ["--report", "json", "--report", "patch"], /^error: only one of the reports/],
  ["--write and --dry-run", ["--write", "--dry-run"], /cannot be used with/],
  ["--write and --check", ["--write", "--check"], /cannot be used with/],
];

test.each(wrong)("%s is a usage error: 2, one clear answer, nothing on stdout", async (_, argv, message) => {
  const cwd = await folderWith({ "a.py": "import urllib2\n", "empty/readme.txt": "" });
  const { exitCode, stdout, stderr } = await runMain(cwd, argv);
  expect(stderr).toMatch(message);
  expect(stdout).toBe("");
  expect(exitCode).toBe(2);
});

test("a report that cannot be written is a usage error that names it", async () => {
  const cwd = await folderWith({ "a.py": "import urllib2\n" });
  const { exitCode, stderr } = await runMain(cwd, ["a.py", "--report", "json=a.py/report.json"]);
  expect(stderr).toContain("the report 'a.py/report.json' cannot be written");
  expect(exitCode).toBe(2);
});

test("-h and --help are equal, and begin with examples", async () => {
  const cwd = await folderWith({});
  const long = await runMain(cwd, ["--help"]);
  expect(await runMain(cwd, ["-h"])).toEqual(long);
  expect(long).toMatchObject({ exitCode: 0, stderr: "" });
  expect(long.stdout.indexOf("Examples:")).toBeLessThan(long.stdout.indexOf("Usage:"));
});

test("--version is the package's", async () => {
  const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
  const cwd = await folderWith({});
  expect(await runMain(cwd, ["--version"])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test("explain prints the catalogue's page, whatever the case of the code", async () => {
  const cwd = await folderWith({});
  const { exitCode, stdout } = await runMain(cwd, ["explain", "u0101"], { catalogue });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("U0101  ProxyHandler");
  expect(stdout).toContain("fetch has no proxy option.");
  expect(stdout).toContain("What to do  pass a dispatcher");
});

test("explain of an unknown code gives near ones", async () => {
  const cwd = await folderWith({});
  const { exitCode, stdout, stderr } = await runMain(cwd, ["explain", "U0103"], { catalogue });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain("did you mean U0101, U0102");
});

test("without paths the working directory is meant", async () => {
  const cwd = await folderWith({ "a.py": "import urllib2\n" });
  expect((await runMain(cwd, [])).stdout).toContain("+++ b/a.ts");
});
