import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import { diagnosticsPage } from "../../src/report/diagnostics-page.ts";

test("docs/diagnostics.md is what the catalogue says (npm run build:docs)", async () => {
  const page = await readFile(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");
  expect(page).toBe(diagnosticsPage(catalogue));
});

test("every code has its heading, under its category", () => {
  const page = diagnosticsPage({
    H0001: { title: "h", meaning: "m", remedy: "r" },
    U0002: { title: "u", meaning: "m", remedy: "r" },
    U0001: { title: "u", meaning: "m", remedy: "r" },
  });
  expect(page.match(/^#{2,3} .*$/gm)).toEqual([
    "## U: untranslated",
    "### U0001 u",
    "### U0002 u",
    "## H: hazard",
    "### H0001 h",
  ]);
});
