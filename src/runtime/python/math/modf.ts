/** `math.modf(x)`: the fraction and the whole part, both with the sign of `x`. */
export function modf(x: number): [fraction: number, whole: number] {
  if (!Number.isFinite(x)) return [Number.isNaN(x) ? x : Math.sign(x) * 0, x];
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return [fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction, whole];
}
