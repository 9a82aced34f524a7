import { ValueError } from "../exceptions/ValueError.ts";

/** A year as the functions of `time` take it: one of two digits is of 1969 to 2068. */
export function fullYear(year: number): number {
  if (year >= 1900) return year;
  if (year >= 69 && year <= 99) return year + 1900;
  if (year >= 0 && year <= 68) return year + 2000;
  throw new ValueError("year out of range");
}
