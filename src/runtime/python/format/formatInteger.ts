/** The letters of `%`'s integer formats. */
export type IntegerConversion = "d" | "i" | "u" | "o" | "x" | "X";

/**
 * The magnitude of an integer in one of C's formats: its prefix (`0x` of `%#x`) and its digits, at least `precision` of them.
 * With `alternate` (`#`) an octal begins with 0.
 */
export function formatInteger(
  x: number | bigint,
  conversion: IntegerConversion,
  precision: number | null,
  alternate: boolean,
): [prefix: string, digits: string] {
  const lower = conversion.toLowerCase();
  const radix = lower === "x" ? 16 : lower === "o" ? 8 : 10;
  const magnitude = typeof x === "number" && Number.isSafeInteger(x) ? Math.abs(x) : x < 0 ? -BigInt(x) : BigInt(x);
  let digits = magnitude.toString(radix).padStart(precision ?? 1, "0");
  if (precision === 0 && digits === "0") digits = "";
  if (alternate && radix === 8 && !digits.startsWith("0")) digits = `0${digits}`;
  const prefix = alternate && radix === 16 ? "0x" : "";
  return conversion === "X" ? [prefix.toUpperCase(), digits.toUpperCase()] : [prefix, digits];
}
