/** `x.bit_length()` of an int, `long` or bool: how many bits its absolute value is written with, none for 0. */
export function bitLength(x: number | bigint | boolean): number {
  const size = BigInt(x);
  return size === 0n ? 0 : (size < 0n ? -size : size).toString(2).length;
}
