import { isDeepStrictEqual } from "node:util";
import { assumed, unreported } from "./reported.ts";
import type { Row, Suite } from "./Suite.ts";

/** What a row came to, as far as it is looked at here. */
interface Outcome {
  readonly seen?: { readonly lines?: readonly string[]; readonly raised?: string | null };
  readonly requests?: readonly unknown[];
}

/**
 * Whether a row may differ as it does. Either it did all that CPython does, up to a place that the translator has reported and
 * marked, and stopped there. Or it is listed, with the assumption that it shows broken, and that one is reported where the row stands.
 */
export function isReported(
  suite: Pick<Suite, "name">,
  row: Row,
  codes: readonly string[],
  expected: unknown,
  found: unknown,
): boolean {
  const key = `${suite.name}/${row.key}`;
  if (unreported.has(key)) return true;
  const assumption = assumed.get(key);
  if (assumption !== undefined) return codes.includes(assumption);
  return stoppedAt(expected as Outcome, found as Outcome, codes);
}

function stoppedAt(expected: Outcome, found: Outcome, codes: readonly string[]): boolean {
  const [, mark] = /^UntranslatedError: (U\d+): not translated from Python: /.exec(found.seen?.raised ?? "") ?? [];
  if (mark === undefined || !codes.includes(mark)) return false;
  const written = (found.seen?.lines ?? []).join("\n").trimEnd();
  const sent = found.requests ?? [];
  return (
    (expected.seen?.lines ?? []).join("\n").startsWith(written) &&
    isDeepStrictEqual(sent, (expected.requests ?? []).slice(0, sent.length))
  );
}

/** Whether a row stands on a list of what differs. */
export function isListed(suite: Pick<Suite, "name">, { key }: Row): boolean {
  return unreported.has(`${suite.name}/${key}`) || assumed.has(`${suite.name}/${key}`);
}
