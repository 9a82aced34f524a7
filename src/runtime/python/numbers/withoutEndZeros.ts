/**
 * The first digits of x >= 0 without the zeros at their end, as `str` and `%g` show them. CPython's dtoa leaves them where an integer below
 * 10^15 lies just between two numbers of so many digits and is rounded down: `str(1000000000005.0)` is `1.00000000000e+12`.
 */
export function withoutEndZeros(x: number, digits: string): string {
  const whole = Number.isInteger(x) && x < 1e15 ? String(x) : "";
  if (whole.startsWith(digits) && /^50*$/.test(whole.slice(digits.length))) return digits;
  return digits.replace(/(?!^)0+$/, "");
}
