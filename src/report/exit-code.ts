import { counted } from "./plural.ts";
import { incompleteFiles, type Report } from "./report.ts";

export interface Verdict {
  readonly exitCode: 0 | 1 | 3;
  /** Why, as one clause: `1 file failed`; empty for 0 with nothing to say. */
  readonly because: string;
}

export interface Limits {
  readonly maxUntranslated: number;
  /** Also hold the output on disk to be current. */
  readonly check: boolean;
  /** What would be 1 is 0; 3 stays, because an incomplete run is not a finding. */
  readonly exitZero: boolean;
}

/** The exit code that a finished run deserves; 3 outranks 1. */
export function verdictOf(report: Report, limits: Limits): Verdict {
  const lost = report.totals.failed + report.generated.filter((file) => file.reason !== null).length;
  const broken = incompleteFiles(report.files).length - report.totals.failed;
  const because = [
    ...(lost > 0 ? [`${counted(lost, "file")} could not be processed`] : []),
    ...(broken > 0 ? [`${counted(broken, "file")} with a syntax error`] : []),
  ].join(", ");
  if (because !== "") return { exitCode: 3, because };
  const reasons = findings(report, limits);
  return { exitCode: reasons.length > 0 && !limits.exitZero ? 1 : 0, because: reasons.join(", ") };
}

function findings({ totals, files, generated }: Report, { maxUntranslated, check }: Limits): string[] {
  const reasons: string[] = [];
  if (totals.untranslated > maxUntranslated) {
    const limit = maxUntranslated > 0 ? `, over the limit of ${maxUntranslated}` : "";
    reasons.push(`${counted(totals.untranslated, "pattern")} untranslated${limit}`);
  }
  const outputs = [...files, ...generated.filter((file) => file.kind === "runtime")];
  const count = (action: string) => outputs.filter((file) => file.action === action).length;
  const merges = count("needs-merge");
  if (merges > 0) reasons.push(`${counted(merges, "edited output")} to merge`);
  if (check && count("create") > 0) reasons.push(`${counted(count("create"), "output")} missing`);
  if (check && count("replace") > 0) reasons.push(`${counted(count("replace"), "output")} stale`);
  return reasons;
}
