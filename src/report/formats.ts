import type { PlannedFile } from "../workspace/plan.ts";
import { unifiedDiff } from "../workspace/unified-diff.ts";
import type { Report } from "./report.ts";

/** The formats of `--report`, in the order that messages list them. */
export const reportFormats = ["text", "json", "patch"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The report as one JSON document, two spaces deep, with a final newline. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * The whole plan as one patch for `git apply`.
 *
 * @param pathInPatch gives a planned file's path from where the patch is to be applied.
 */
export function patchReport(plan: readonly PlannedFile[], pathInPatch: (file: PlannedFile) => string): string {
  return plan
    .filter((file) => file.action === "create" || file.action === "replace")
    .map((file) => unifiedDiff(pathInPatch(file), file.before, file.after))
    .join("");
}
