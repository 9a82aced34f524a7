import type { ReprOf } from "./ReprOf.ts";
import { repr } from "./repr.ts";
import { reprStr } from "./reprStr.ts";

/** `repr` of a dict with a type for each key, in the order in which it iterates. */
export function reprRecord(
  shows: Readonly<Record<string, ReprOf<never>>>,
  key: ReprOf<string> = reprStr,
): ReprOf<ReadonlyMap<string, unknown>> {
  return (dict) =>
    `{${Array.from(dict, ([name, value]) => `${key(name)}: ${(shows[name] ?? repr)(value as never)}`).join(", ")}}`;
}
