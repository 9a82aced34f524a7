import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case } from "../../src/verify/case.ts";

/** The legacy repository whose scripts the cases run. */
export const LEGACY = fileURLToPath(new URL("../../fixtures/legacy", import.meta.url));

const CASES = fileURLToPath(new URL("../../fixtures/cases", import.meta.url));

/** A case with the file it stands in. */
export interface CaseFile {
  /** Path under `fixtures/cases` without its ending, e.g. `feeds/pull_prices/bad-gateway`. */
  readonly name: string;
  readonly path: string;
  readonly scenario: Case;
}

/** All cases, sorted by name. The files are ours, so they are taken at their word; `cases.test.ts` looks at each. */
export function readCases(): CaseFile[] {
  return readdirSync(CASES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => {
      const path = join(CASES, file);
      const scenario: Case = JSON.parse(readFileSync(path, "utf8"));
      return {
        name: relative(CASES, path)
          .split(sep)
          .join("/")
          .replace(/\.json$/, ""),
        path,
        scenario,
      };
    });
}
