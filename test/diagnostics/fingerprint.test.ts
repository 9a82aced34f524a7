import { expect, test } from "vitest";
import { withFingerprints } from "../../src/diagnostics/fingerprint.ts";

const finding = (line: number, snippet: string, code = "U0001", file = "jobs/a.py") => ({
  code,
  category: "untranslated" as const,
  title: "t",
  message: "m",
  remedy: "r",
  file,
  range: { start: { line, column: 1 }, end: { line, column: 5 } },
  snippet,
});
const prints = (...findings: ReturnType<typeof finding>[]) => withFingerprints(findings).map((d) => d.fingerprint);

test("a finding that moved to another line, or was indented anew, keeps its fingerprint", () => {
  expect(prints(finding(3, "exec  code"))).toEqual(prints(finding(40, " exec code")));
});

test("equal findings in one file differ by ordinal, and the first keeps its own when one more is added", () => {
  const two = prints(finding(3, "exec x"), finding(9, "exec x"));
  expect(new Set(two).size).toBe(2);
  expect(prints(finding(3, "exec x"))[0]).toBe(two[0]);
});

test("code, path and text each change it", () => {
  const all = [finding(1, "a"), finding(1, "b"), finding(1, "a", "U0002"), finding(1, "a", "U0001", "jobs/b.py")];
  expect(new Set(all.flatMap((one) => prints(one))).size).toBe(4);
});
