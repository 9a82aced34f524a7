type Kind = "int" | "long" | "either";

/**
 * What integers have come about as whose size alone does not say whether Python has an int or a `long`: those from 2^53 to 2^63, and what
 * was made of such a one that is "either", since both have come to it.
 */
const kinds = new Map<bigint, Kind>();

/** Older ones are forgotten, so that a program that hashes much does not keep them all. */
const MOST = 1 << 16;

/** Its size does not say whether Python has an int or a `long`. */
export const hidesKind = (x: bigint): boolean => !Number.isSafeInteger(Number(x)) && BigInt.asIntN(64, x) === x;

/** Notes an integer if its kind could not be told later. */
export function noteKind(x: bigint, kind: Kind): void {
  if (kind !== "either" && !hidesKind(x)) return;
  const known = kinds.get(x);
  kinds.delete(x);
  kinds.set(x, known === undefined || known === kind ? kind : "either");
  for (const oldest of kinds.keys()) {
    if (kinds.size <= MOST) break;
    kinds.delete(oldest);
  }
}

/** What Python has of such an integer; undefined if nothing is known of it. */
export function kindOfSize(x: bigint): Kind | undefined {
  return kinds.get(x);
}
