import { Tape } from "../fuzz/tape.ts";
import { fixtureBytes, fixturePaths } from "../python/cpython-trees.ts";

/** What a hand, an editor, a broken disk or a merge does to a file. */
type Damage = (bytes: Uint8Array, tape: Tape) => Uint8Array;

const PIECES = [
  ..."()[]{}:;,.=+-*/%&|^~<>`@!$?\\'\"#\n\t\r\f\0",
  '"""',
  "\n  ",
  "\n\t",
  " in ",
  " if ",
  " lambda ",
  " yield ",
  "\nreturn 1\n",
  "\ntry:\n",
  "print ",
  "async ",
  "f'{x}'",
  "<<<<<<< HEAD\n",
  "\u00e9",
].map((piece) => new TextEncoder().encode(piece));

const damages: readonly Damage[] = [
  // Cut off.
  (bytes, tape) => bytes.subarray(0, tape.below(bytes.length + 1)),
  // Without its beginning.
  (bytes, tape) => bytes.subarray(tape.below(bytes.length + 1)),
  // A piece lost, doubled, or put elsewhere.
  (bytes, tape) => {
    const [start, end] = piece(bytes, tape);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  (bytes, tape) => {
    const [start, end] = piece(bytes, tape);
    return joined(bytes.subarray(0, end), bytes.subarray(start));
  },
  (bytes, tape) => {
    const [start, end] = piece(bytes, tape);
    const rest = joined(bytes.subarray(0, start), bytes.subarray(end));
    const at = tape.below(rest.length + 1);
    return joined(rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at));
  },
  // Something that does not belong there.
  (bytes, tape) => {
    const at = tape.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), PIECES[tape.below(PIECES.length)]!, bytes.subarray(at));
  },
  // A byte that is another.
  (bytes, tape) => {
    const changed = bytes.slice();
    if (changed.length > 0) changed[tape.below(changed.length)] = tape.below(256);
    return changed;
  },
  // A line indented otherwise.
  (bytes, tape) => {
    const at = bytes.indexOf(10, tape.below(bytes.length + 1)) + 1;
    return joined(bytes.subarray(0, at), new Uint8Array(1 + tape.below(9)).fill(32), bytes.subarray(at));
  },
];

/**
 * All fixtures, by their paths, most of them damaged once to three times; some are left as they are, so that sound files import broken
 * ones and the other way round. The same seed gives the same files.
 */
export function spoiledFixtures(seed: number, wanted: (path: string) => boolean = () => true): Map<string, Uint8Array> {
  const random = numbers(seed);
  const files = new Map<string, Uint8Array>();
  for (const path of fixturePaths().filter(wanted)) {
    const tape = new Tape(Array.from({ length: 24 }, random));
    let bytes = fixtureBytes(path);
    for (let left = tape.below(4); left > 0; left--) bytes = damages[tape.below(damages.length)]!(bytes, tape);
    files.set(path, bytes);
  }
  return files;
}

function piece(bytes: Uint8Array, tape: Tape): [start: number, end: number] {
  const start = tape.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + tape.below(200))];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** Numbers below 2^32 that look random (a linear congruential generator, its better half). */
function numbers(seed: number): () => number {
  let state = BigInt(seed) + 1n;
  return () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 33n);
  };
}
