import type { Report } from "./report.ts";

/** The report as one JSON document, two spaces deep, with a final newline. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
