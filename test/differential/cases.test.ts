import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Case } from "../../src/verify/case.ts";
import type { Reply } from "../../src/verify/reply.ts";
import { LEGACY, readCases } from "./case-files.ts";

/** The types' own keys, so that a misspelt one, which would do nothing, is found. */
const caseKeys: Record<keyof Case, true> = {
  title: true,
  script: true,
  argv: true,
  env: true,
  stdin: true,
  files: true,
  replies: true,
  stopsAtMark: true,
  recording: true,
};
const replyKeys: Record<keyof Reply, true> = {
  path: true,
  delay: true,
  status: true,
  headers: true,
  body: true,
  bodyBase64: true,
  repeat: true,
  framing: true,
  chunkSize: true,
  raw: true,
  stopAfter: true,
  trickle: true,
  end: true,
};

const cases = readCases();

/** The `.py` files that are imported, never run. */
const modules = ["lib/__init__.py", "lib/fetcher.py", "lib/settings.py", "reports/counters.py", "reports/table.py"];

describe("a case", () => {
  test.each(cases)("$name", ({ name, path, scenario }) => {
    const unknown = [
      ...Object.keys(scenario).filter((key) => !(key in caseKeys)),
      ...(scenario.replies ?? []).flatMap((reply) => Object.keys(reply).filter((key) => !(key in replyKeys))),
    ];
    expect(unknown).toEqual([]);
    expect(name.startsWith(`${scenario.script.replace(/\.py$/, "")}/`)).toBe(true);
    expect(existsSync(join(LEGACY, scenario.script))).toBe(true);
    expect(scenario.title).not.toBe("");
    expect(scenario.recording).toBeDefined();
    expect(readFileSync(path, "utf8")).not.toMatch(/\/(root|home|work|tmp)\//);
  });
});

test("every script has cases, most of them with faults", () => {
  const scripts = readdirSync(LEGACY, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py") && !modules.includes(file))
    .toSorted();
  const faulty = cases.filter(({ scenario }) =>
    JSON.stringify([scenario.argv, scenario.env, scenario.replies]).match(
      /"end":|"stopAfter":|"raw":"lorem|\{refused\}|"status":"[45]/,
    ),
  );
  expect([...new Set(cases.map(({ scenario }) => scenario.script))].toSorted()).toEqual(scripts);
  expect([...new Set(faulty.map(({ scenario }) => scenario.script))].toSorted()).toEqual(scripts);
  expect(faulty.length).toBeGreaterThan(cases.length / 2);
});
