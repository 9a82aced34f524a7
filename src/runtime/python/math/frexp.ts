import { OverflowError } from "../exceptions/OverflowError.ts";

/** `math.frexp(x)`: a fraction from a half to one, and the power of two that it is multiplied by. */
export function frexp(x: number): [fraction: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let exponent = 0;
  let fraction = x;
  // Powers of two are exact, below the smallest normal number too, which is brought up first.
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent++;
  }
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent--;
  }
  return [fraction, exponent];
}

/** `math.ldexp(x, i)`: `x * 2 ** i`. */
export function ldexp(x: number, exponent: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [fraction, own] = frexp(x);
  const whole = own + exponent;
  if (whole > 1024) throw new OverflowError("math range error");
  if (whole < -1080) return x < 0 ? -0 : 0;
  // In two steps: the power alone may be beyond what a number holds. The last one alone rounds.
  const half = Math.trunc(whole / 2);
  return whole > -1021 ? fraction * 2 ** half * 2 ** (whole - half) : fraction * 2 ** -1021 * 2 ** (whole + 1021);
}
