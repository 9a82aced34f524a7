/** `hash(n)` of an integer within 64 bits: itself, but for -1, which means an error to C. */
export function hashInteger(n: number | boolean): number {
  return Number(n) === -1 ? -2 : Number(n);
}
