import { digest, readHeader } from "./header.ts";

/**
 * What is to become of one output file:
 * `kept-edits` a person changed it and the tool has nothing new; `needs-merge` a person changed it and the tool would
 * write something else now: both are left alone; `refused` it is in the way and is not ours.
 */
export type Action = "create" | "replace" | "unchanged" | "kept-edits" | "needs-merge" | "refused";

/**
 * Decides from the text on disk (`null` if absent) and the text to write, header included in both, so that a re-run
 * never loses what a person wrote.
 */
export function rerunAction(before: string | null, after: string): Action {
  if (before === null) return "create";
  const old = readHeader(before);
  const next = readHeader(after);
  if (old === undefined || next === undefined) return "refused";
  const onDisk = digest(old.body);
  if (onDisk === next.header.output) {
    return JSON.stringify(old.header) === JSON.stringify(next.header) ? "unchanged" : "replace";
  }
  if (onDisk === old.header.output) return "replace";
  return old.header.output === next.header.output ? "kept-edits" : "needs-merge";
}
