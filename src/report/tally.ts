import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Diagnostics of one code, added up. */
export interface Tally {
  readonly code: string;
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that have one. */
  readonly files: number;
  /** Files in which nothing but this code is left: those that would be finished without it. */
  readonly lastIn: number;
}

/** Groups diagnostics by code, the one that would finish most files first, then the most frequent. */
export function tallyByCode(diagnostics: readonly Diagnostic[]): readonly Tally[] {
  const codesOf = new Map<string, Set<string>>();
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
    codesOf.set(one.file, (codesOf.get(one.file) ?? new Set()).add(one.code));
  }
  return [...groups]
    .map(([code, group]) => {
      const files = new Set(group.map((one) => one.file));
      const lastIn = [...files].filter((file) => codesOf.get(file)!.size === 1).length;
      return { code, title: group[0]!.title, diagnostics: group, files: files.size, lastIn };
    })
    .sort((a, b) => b.lastIn - a.lastIn || b.diagnostics.length - a.diagnostics.length || (a.code < b.code ? -1 : 1));
}
