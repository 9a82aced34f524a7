/** An int as a number if that holds it exactly, else as a bigint. */
export function shrink(x: bigint): number | bigint {
  const number = Number(x);
  return Number.isSafeInteger(number) ? number : x;
}
