import { scaleToInteger } from "./scaleToInteger.ts";

/**
 * The first `count` decimal digits of a finite x >= 0, correctly rounded, and the decimal exponent of the first one.
 * JavaScript's toPrecision differs: it rounds a tie up, C to the even digit.
 */
export function roundedDigits(x: number, count: number): { digits: string; exponent: number } {
  if (x === 0) return { digits: "0".repeat(count), exponent: 0 };
  const [mantissa = "", shown = ""] = x.toExponential().split("e");
  const exponent = Number(shown);
  // Few digits that identify the number are its first digits, and zeros follow (not in the sparse range near zero).
  if (x > 1e-300 && count <= 15 && mantissa.length <= count + 1)
    return { digits: mantissa.replace(".", "").padEnd(count, "0"), exponent };
  // Rounding can carry into one more digit (9.99 to 10.0), and the shortest text can be rounded up already (1e23).
  for (const guess of [exponent, exponent - 1, exponent + 1]) {
    const digits = String(scaleToInteger(x, count - 1 - guess));
    if (digits.length === count) return { digits, exponent: guess };
  }
  throw new RangeError(`cannot round ${x} to ${count} digits`);
}
