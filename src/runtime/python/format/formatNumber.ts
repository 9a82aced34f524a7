import { OverflowError } from "../exceptions/OverflowError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { Float } from "../numbers/Float.ts";
import { floatStr } from "../numbers/floatStr.ts";
import { roundedDigits } from "../numbers/roundedDigits.ts";
import { withoutEndZeros } from "../numbers/withoutEndZeros.ts";
import { writeDigits } from "../numbers/writeDigits.ts";
import { decodeText } from "../text/decodeText.ts";
import { typeName } from "../dynamic/typeName.ts";
import type { FormatSpec } from "./FormatSpec.ts";
import { formatFloat, type FloatConversion } from "./formatFloat.ts";
import { groupThousands } from "./groupThousands.ts";
import { placeText } from "./placeText.ts";

type Numeric = number | bigint | boolean | Float;

/** A number by a format specification. */
export function formatNumber(x: Numeric, spec: FormatSpec): string {
  const isFloat = x instanceof Float || (typeof x === "number" && !Number.isSafeInteger(x));
  if (isFloat || /^[eEfFgG%]$/.test(spec.type)) return formatAsFloat(Number(x), spec, isFloat ? "float" : "int");
  return formatAsInteger(x, spec);
}

function formatAsFloat(x: number, spec: FormatSpec, type: "float" | "int"): string {
  const magnitude = floatDigits(Math.abs(x), spec, type);
  if (spec.alternate) throw new ValueError("Alternate form (#) not allowed in float format specifier");
  return placeNumber(x < 0 || Object.is(x, -0), "", magnitude, spec);
}

function floatDigits(x: number, spec: FormatSpec, type: "float" | "int"): string {
  switch (spec.type) {
    case "":
      return Number.isFinite(x) ? shortDigits(x, spec.precision ?? 12) : floatStr(x);
    case "%":
      return `${formatFloat(x * 100, "f", spec.precision ?? 6)}%`;
    case "n":
      return formatFloat(x, "g", spec.precision ?? 6);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return formatFloat(x, spec.type satisfies FloatConversion, spec.precision ?? 6);
    default:
      throw new ValueError(`Unknown format code '${spec.type}' for object of type '${type}'`);
  }
}

/** A float without a format code is shown as by `str`, with as many digits as asked for. */
function shortDigits(x: number, precision: number): string {
  const count = Math.max(precision, 1);
  const { digits, exponent } = roundedDigits(x, count);
  return writeDigits(withoutEndZeros(x, digits), exponent, count - 1);
}

const radices: Readonly<Record<string, [radix: number, prefix: string]>> = {
  "": [10, ""],
  d: [10, ""],
  n: [10, ""],
  b: [2, "0b"],
  o: [8, "0o"],
  x: [16, "0x"],
  X: [16, "0X"],
};

function formatAsInteger(given: number | bigint | boolean, spec: FormatSpec): string {
  const x = typeof given === "boolean" ? Number(given) : given;
  const [radix, prefix] = radices[spec.type] ?? [0, ""];
  if (radix === 0 && spec.type !== "c") {
    throw new ValueError(`Unknown format code '${spec.type}' for object of type '${typeName(given)}'`);
  }
  if (spec.precision !== null) throw new ValueError("Precision not allowed in integer format specifier");
  if (radix === 0) return formatCode(Number(x), spec);
  const digits = (x < 0 ? -x : x).toString(radix);
  return placeNumber(x < 0, spec.alternate ? prefix : "", spec.type === "X" ? digits.toUpperCase() : digits, spec);
}

function formatCode(code: number, spec: FormatSpec): string {
  if (spec.sign !== null) throw new ValueError("Sign not allowed with integer format specifier 'c'");
  if (code < 0 || code > 255) throw new OverflowError("%c arg not in range(0x100)");
  return placeText(decodeText(Uint8Array.of(code)), spec, ">");
}

/** Sign, prefix and digits, grouped and filled: between sign and digits for the alignment `=`. */
function placeNumber(negative: boolean, prefix: string, digits: string, spec: FormatSpec): string {
  const start = (negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "") + prefix;
  const inner = spec.align === "=" ? spec.width - start.length : 0;
  const grouped = spec.thousands ? groupThousands(digits, spec.fill === "0" ? inner : 0) : digits;
  return placeText(start + (spec.align === "=" ? grouped.padStart(inner, spec.fill) : grouped), spec, ">");
}
