type Kind = "int" | "long" | "either";

/** What integers from 2^53 to 2^63 have come about as: their size alone does not say whether Python has an int or a `long`. */
const kinds = new Map<bigint, Kind>();

/** Older ones are forgotten, so that a program that hashes much does not keep them all. */
const MOST = 1 << 16;

/** Notes an integer if its kind could not be told later. */
export function noteKind(x: bigint, kind: "int" | "long"): void {
  if (Number.isSafeInteger(Number(x)) || BigInt.asIntN(64, x) !== x) return;
  const known = kinds.get(x);
  kinds.delete(x);
  kinds.set(x, known === undefined || known === kind ? kind : "either");
  for (const oldest of kinds.keys()) {
    if (kinds.size <= MOST) break;
    kinds.delete(oldest);
  }
}

/** What Python has of an integer from 2^53 to 2^63: "either" if both have come about, undefined if nothing is known of it. */
export function kindOfSize(x: bigint): Kind | undefined {
  return kinds.get(x);
}
