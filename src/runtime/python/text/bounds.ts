/** The part of a sequence between two of Python's positions, as indexes: negative ones count from the end, null is the end of the sequence. */
export function bounds(length: number, start: number | null, stop: number | null): [start: number, stop: number] {
  return [from(start ?? 0, length), Math.min(from(stop ?? length, length), length)];
}

function from(position: number, length: number): number {
  return position < 0 ? Math.max(position + length, 0) : position;
}
