/** `math.copysign(x, y)`: zeros have a sign too. */
export function copySign(x: number, y: number): number {
  const isNegative = y < 0 || Object.is(y, -0);
  return isNegative ? -Math.abs(x) : Math.abs(x);
}
