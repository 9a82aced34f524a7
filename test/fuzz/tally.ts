import { differingLines } from "./describe-found.ts";
import type { Judged } from "./judge.ts";

/** Counts what became of the programs. */
export class Tally {
  runs = 0;
  readonly kinds = new Map<string, number>();
  readonly reasons = new Map<string, number>();
  readonly assumed = new Map<string, number>();
  readonly errors = new Map<string, number>();
  readonly #seen = new Set<string>();
  illTyped = 0;

  add({ verdict }: Judged, types: string): void {
    this.runs++;
    count(this.kinds, verdict.kind);
    if (types !== "") this.illTyped++;
    if (verdict.kind === "reported") for (const reason of new Set(verdict.reasons)) count(this.reasons, reason);
    if (verdict.kind === "stopped")
      count(this.reasons, `when run: ${verdict.reason.replace(/\d+/g, "N").slice(0, 90)}`);
    if (verdict.kind === "assumed") count(this.assumed, verdict.codes.join(" "));
    if (verdict.kind === "equal") count(this.errors, verdict.error?.replace(/:.*/s, "") ?? "ran to its end");
  }

  /** Whether what is wrong with it has not been seen before: by the compiler's message, or by how the two sides' texts part. */
  isNew({ verdict }: Judged, types: string): boolean {
    const sign =
      verdict.kind === "different"
        ? differingLines(verdict.difference).split("\n").slice(0, 2).join("\n").replace(/\d+/g, "").slice(0, 80)
        : verdict.kind === "crashed"
          ? verdict.reason.slice(0, 200)
          : types
              .replace(/^.*?error/, "")
              .replace(/\d+/g, "")
              .slice(0, 60);
    if (this.#seen.has(sign)) return false;
    this.#seen.add(sign);
    return true;
  }

  summary(): string {
    const share = (name: string): string => `${this.kinds.get(name) ?? 0} ${name}`;
    const kinds = ["equal", "reported", "stopped", "assumed", "different", "crashed"];
    return `${this.runs} programs: ${kinds.map(share).join(", ")}; ${this.illTyped} not well typed`;
  }

  text(): string {
    const table = (title: string, rows: ReadonlyMap<string, number>, most: number): string[] =>
      rows.size === 0
        ? []
        : [
            "",
            title,
            ...[...rows]
              .toSorted((a, b) => b[1] - a[1])
              .slice(0, most)
              .map(([name, n]) => `${String(n).padStart(7)}  ${name}`),
          ];
    return [
      this.summary(),
      ...table("How equal ones ended:", this.errors, 12),
      ...table("Reported, with the reasons:", this.reasons, 40),
      ...table("Different under an assumption that is reported:", this.assumed, 10),
    ].join("\n");
  }
}

function count(rows: Map<string, number>, name: string): void {
  rows.set(name, (rows.get(name) ?? 0) + 1);
}
