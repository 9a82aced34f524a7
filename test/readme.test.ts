import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withCurrentExample } from "../scripts/readme-example.ts";
import { catalogue } from "../src/diagnostics/catalogue.ts";
import { runMain } from "./cli/run-main.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const readme = read("README.md");

test("the example's TypeScript is what the tool gives (npm run build:docs)", async () => {
  expect(await withCurrentExample(readme)).toBe(readme);
});

test("each flag that the README names exists", async () => {
  const { stdout } = await runMain(".", ["--help"]);
  const flags = new Set(readme.match(/(?<=[\s`])--[a-z][a-z-]*/g));
  expect(flags.size).toBeGreaterThan(9);
  const ofOthers = ["--strict"]; // tsc's
  expect([...flags].filter((flag) => !ofOthers.includes(flag) && !stdout.includes(`  ${flag} `))).toEqual([
    "--help", // listed as "-h, --help"
  ]);
});

test("each code that the README names is in the catalogue", () => {
  const codes = readme.match(/\b[UAH]\d{4}\b/g) ?? [];
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !(code in catalogue))).toEqual([]);
});

test("the table of exit codes is that of --help", async () => {
  const { stdout } = await runMain(".", ["--help"]);
  const shown = [...stdout.matchAll(/^ {2}(\d) {2}(.*)$/gm)].map(([, code, meaning]) => `| ${code} | ${meaning} |`);
  const table = [...readme.matchAll(/^\| \d+ \|.*$/gm)].map(([line]) => line);
  expect(table).toEqual([...shown, expect.stringMatching(/^\| 130 \|/)]);
});

test("the two commands run what the package has", () => {
  const manifest: { bin: Record<string, string>; scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const commands = [...readme.matchAll(/```sh\n(.*)\n```/g)].map(([, command]) => command);
  expect(commands).toEqual([
    `npm ci && node ${manifest.bin["urllib2-to-fetch"]} fixtures/legacy`,
    "npm ci && npm test",
  ]);
  expect(manifest.scripts["prepare"]).toBe("npm run build");
  expect(manifest.scripts["test"]).toBe("vitest run");
});

test("each file that a page links to is there", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/equivalence.md", "transforms/README.md"];
  for (const page of pages) {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => new URL(link!, new URL(page, root)));
    for (const link of links)
      expect(() => readFileSync(link.href.endsWith("/") ? new URL("README.md", link) : link)).not.toThrow();
  }
});

test("docs/equivalence.md has each assumption, once, and no code that is not there", () => {
  const page = read("docs/equivalence.md");
  const rows = [...page.matchAll(/^\| (A\d{4}) \|/gm)].map(([, code]) => code);
  expect(rows).toEqual(Object.keys(catalogue).filter((code) => code.startsWith("A")));
  expect((page.match(/\b[UAH]\d{4}\b/g) ?? []).filter((code) => !(code in catalogue))).toEqual([]);
});
