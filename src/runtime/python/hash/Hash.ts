/** A hash of CPython 2.7 on a 64-bit system, as two unsigned 32-bit halves. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}
