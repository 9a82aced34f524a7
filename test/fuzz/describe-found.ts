import type { Found } from "./fuzz.ts";
import type { Difference } from "./judge.ts";
import type { Answer } from "./run/outcome.ts";

/** A wrong program with its TypeScript and what both sides did. */
export function describeFound({ kind, judged, types }: Found): string {
  const { verdict } = judged;
  const parts = [`===== ${kind}`, judged.program.trimEnd()];
  if (verdict.kind === "crashed") parts.push("-----", verdict.reason);
  if (judged.text !== null)
    parts.push("----- TypeScript", judged.text.replace(/^import \{[^}]*\} from [^\n]*\n/gm, "").trim());
  if (types !== "") parts.push("----- tsc", types);
  if (verdict.kind === "different")
    parts.push("----- Python", tell(verdict.difference.python), "----- Node", tell(verdict.difference.node));
  return `${parts.join("\n")}\n`;
}

/** The lines that are not the same on both sides: Python's with a minus, Node's with a plus. */
export function differingLines({ python, node }: Difference): string {
  const [before, after] = [tell(python).split("\n"), tell(node).split("\n")];
  const lines: string[] = [];
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    if (before[i] === after[i]) continue;
    if (before[i] !== undefined) lines.push(`  - ${before[i]}`);
    if (after[i] !== undefined) lines.push(`  + ${after[i]}`);
  }
  return lines.join("\n");
}

function tell(answer: Answer): string {
  if ("lost" in answer) return answer.lost;
  const { stdout, error, status } = answer;
  return `${stdout}${error ?? ""}${error === null ? `exit ${status}` : ""}`;
}
