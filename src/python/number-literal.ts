import type { Num } from "./ast.ts";

type Literal = Num["number"];

/** Where CPython 2.7 on a 64-bit system goes from `int` to `long`. */
const LARGEST_INT = 2n ** 63n - 1n;

/** Most numbers, and in 64 bits. */
const PLAIN_INTEGER = /^(?:0|[1-9]\d{0,17})$/;

/**
 * The value of a number as Python 2.7 reads it: `0777` is octal, `10L` a long, `1j` imaginary, and an integer beyond 64 bits a long.
 * Python 3's underscores are read over. Null where it is no number of either (`09`).
 */
export function numberLiteral(text: string): Literal | null {
  if (PLAIN_INTEGER.test(text)) return { type: "int", value: BigInt(text) };
  const plain = text.replaceAll("_", "").toLowerCase();
  if (plain.endsWith("j")) return { type: "imag", value: Number(plain.slice(0, -1)) };
  const long = plain.endsWith("l");
  const digits = long ? plain.slice(0, -1) : plain;
  if (/^0[xbo]/.test(digits)) return integer(BigInt(digits), long);
  if (/^0[0-7]*$/.test(digits)) return integer(BigInt(`0o0${digits}`), long);
  if (/^[1-9]\d*$/.test(digits)) return integer(BigInt(digits), long);
  if (long || /^\d+$/.test(digits)) return null;
  return { type: "float", value: Number(digits) };
}

function integer(value: bigint, long: boolean): Literal {
  return { type: long || value > LARGEST_INT ? "long" : "int", value };
}
