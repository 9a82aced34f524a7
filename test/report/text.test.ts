import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type Report, type ReportFile, totalsOf } from "../../src/report/report.ts";
import { tallyByCode } from "../../src/report/tally.ts";
import { textReport } from "../../src/report/text.ts";

const diagnostic = (code: string, file: string, line: number): Diagnostic => ({
  code,
  category: code.startsWith("U") ? "untranslated" : "hazard",
  title: `title of ${code}`,
  message: `message of ${code}`,
  remedy: `remedy of ${code}`,
  file,
  range: { start: { line, column: 5 }, end: { line, column: 9 } },
  snippet: `line ${line}`,
  fingerprint: `${code}${file}${line}`,
});
const file = (path: string, status: ReportFile["status"], more: Partial<ReportFile> = {}): ReportFile => ({
  path,
  output: `${path}.ts`,
  status,
  reason: null,
  line: null,
  action: "create",
  helperCalls: 0,
  outputLines: 10,
  ...more,
});

const diagnostics = [
  diagnostic("U0001", "b.py", 2),
  diagnostic("U0001", "b.py", 9),
  diagnostic("U0002", "c.py", 3),
  diagnostic("U0001", "d.py", 4),
  diagnostic("U0002", "d.py", 5),
  ...[1, 2, 3, 4, 5, 6].map((line) => diagnostic("H0001", "a.py", line)),
];
const files = [
  file("a.py", "complete", { helperCalls: 3 }),
  file("b.py", "partial"),
  file("c.py", "partial", { action: "needs-merge" }),
  file("d.py", "partial", { action: "kept-edits" }),
  file("e.py", "failed", { output: null, action: null, line: 3, reason: "mixed tabs and spaces" }),
  file("f.py", "skipped", { output: null, action: null, reason: "compiled Python" }),
];
const report: Report = {
  schemaVersion: 1,
  tool: { name: "urllib2-to-fetch", version: "1.0.0" },
  totals: totalsOf(files, diagnostics, []),
  files,
  generated: [{ path: "runtime/http.ts", kind: "runtime", action: "create", reason: null }],
  diagnostics,
  retries: [{ file: "a.py", line: 12, shape: "for", backoff: "doubling from 2 s", catches: ["URLError", "timeout"] }],
  notes: ["a note"],
};

test("reads from what failed to the totals and the next command", () => {
  const text = textReport(report, {
    mode: "preview",
    verdict: { exitCode: 3, because: "1 file could not be processed" },
    outDir: "out",
    next: [
      { does: "write it", command: "urllib2-to-fetch . --write" },
      { does: "title of U0001", command: "urllib2-to-fetch explain U0001" },
    ],
    colors: picocolors.createColors(false),
  });
  expect(text).toMatchInlineSnapshot(`
    "Translated

      + a.py -> a.py.ts
      ~ b.py -> b.py.ts  2 left
      ~ c.py -> c.py.ts  1 left
      ~ d.py -> d.py.ts  2 left

    Failed

      x e.py:3  mixed tabs and spaces

    Edited outputs, left alone

      ! c.py.ts  needs-merge: you edited it; its translation is a new one now
        d.py.ts  kept-edits: you edited it; its translation is as it was
        to take the tool's text: keep your edits elsewhere, delete the file, run again

    Left untranslated

      b.py:2:5  U0001  title of U0001: message of U0001
          line 2
          fix: remedy of U0001

      b.py:9:5  U0001  title of U0001: message of U0001
          line 9
          fix: remedy of U0001

      c.py:3:5  U0002  title of U0002: message of U0002
          line 3
          fix: remedy of U0002

      d.py:4:5  U0001  title of U0001: message of U0001
          line 4
          fix: remedy of U0001

      d.py:5:5  U0002  title of U0002: message of U0002
          line 5
          fix: remedy of U0002

    By what would finish most files

      U0001  title of U0001     3 places    2 files  finishes 1 file
      U0002  title of U0002     2 places    2 files  finishes 1 file

    Hazards in the original, kept as they are

      H0001  title of H0001  6 places in 1 file
          message of H0001
          a.py:1:5  a.py:2:5  a.py:3:5  a.py:4:5 and 2 more

    Retry loops

      a.py:12  for, doubling from 2 s, on URLError, timeout

      Files    6 = 1 complete + 3 partial + 1 skipped + 1 failed
               1 skipped: compiled Python
      Left     5 untranslated · 0 assumptions · 6 hazards
      Helpers  5.0 in 100 lines: 3 uses of what does as Python's operators and built-ins do
      Output   2 to create, 2 left alone in out
               1 to create: the runtime and settings that the output needs
               nothing was written
      Note     a note

      Next     urllib2-to-fetch . --write       # write it
               urllib2-to-fetch explain U0001   # title of U0001

      exit 3: 1 file could not be processed
    "
  `);
});

test("codes are ordered by the files they alone keep from being finished, then by number", () => {
  expect(
    tallyByCode(diagnostics.slice(0, 5)).map(({ code, files: inFiles, lastIn }) => [code, inFiles, lastIn]),
  ).toEqual([
    ["U0001", 2, 1],
    ["U0002", 2, 1],
  ]);
  const rare = [
    diagnostic("U0001", "a.py", 1),
    diagnostic("U0001", "a.py", 2),
    diagnostic("U0002", "a.py", 3),
    diagnostic("U0002", "b.py", 3),
  ];
  expect(tallyByCode(rare).map(({ code }) => code)).toEqual(["U0002", "U0001"]);
});

test("files are exactly the sum of their fates", () => {
  const { totals } = report;
  expect(totals.files).toBe(totals.complete + totals.partial + totals.skipped + totals.failed);
  expect(totals).toMatchObject({
    files: 6,
    complete: 1,
    partial: 3,
    skipped: 1,
    failed: 1,
    untranslated: 5,
    hazards: 6,
  });
});
