/** A decimal exponent as C writes it, with its sign and two digits at least: `e+06`. */
export function writeExponent(exponent: number): string {
  return `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
