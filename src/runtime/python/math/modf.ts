/** `math.modf(x)`: the fraction and the whole part, both with the sign of `x`. */
export function modf(x: number): [fraction: number, whole: number] {
  if (Number.isNaN(x)) return [x, x];
  if (!Number.isFinite(x)) return [x < 0 ? -0 : 0, x];
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return [fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction, whole];
}
